from collections.abc import Iterator
from itertools import repeat
from math import sqrt
from random import Random
from statistics import fmean

import pytest

from snippets.networking.throughput import (
    HALVINGS,
    LEAST,
    PERCENT,
    Losses,
    constant,
    gaps,
    mean_flight,
    simulate,
)

FAR = {"round_trip": 300, "link": 500, "queue": 200}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("losses", ["At random", "Evenly spaced"])
def test_mathis_is_right_within_5_percent_up_to_a_loss_of_0_3_percent(
    losses: Losses, seed: int
) -> None:
    table = simulate(losses=losses, seed=seed, **FAR)
    for percent, rate, mathis in zip(
        PERCENT, table[losses], table["Mathis (theory)"], strict=True
    ):
        if percent <= 0.3:
            assert rate == pytest.approx(mathis, rel=0.05)
        else:  # windows of a dozen segments are coarse
            assert 0.93 * mathis < rate < 0.99 * mathis


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("queue", [0, 30, 50, 80, 100, 200])
def test_without_much_loss_the_queue_says_what_of_the_link_is_used(
    queue: int, seed: int
) -> None:
    table = simulate(round_trip=20, queue=queue, seed=seed)
    assert table["At random"][0] == pytest.approx(
        table["Link (theory)"][0], rel=0.05
    )


@pytest.mark.parametrize("seed", range(3))
def test_where_losses_keep_the_window_small_the_queue_is_no_matter(
    seed: int,
) -> None:
    rates = [simulate(queue=queue, seed=seed) for queue in (0, 50, 100, 200)]
    assert len({tuple(table["At random"][-3:]) for table in rates}) == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_queue_of_more_than_a_path_adds_hardly_any_rate(seed: int) -> None:
    one, two = (simulate(queue=queue, seed=seed) for queue in (100, 200))
    assert two["At random"] == pytest.approx(one["At random"], rel=0.03)


def test_without_a_queue_it_is_three_quarters_and_with_a_path_all() -> None:
    assert simulate(queue=0)["Link (theory)"][0] == 37.5
    assert simulate(queue=90)["Link (theory)"][0] < 50
    assert simulate(queue=100)["Link (theory)"][0] == 50
    assert simulate(queue=200)["Link (theory)"][0] == 50


@pytest.mark.parametrize("round_trip", [10, 50, 300])
@pytest.mark.parametrize("segment", [460, 8_960])
@pytest.mark.parametrize("link", [10, 500])
def test_no_rate_is_above_that_of_the_link(
    round_trip: int, segment: int, link: int
) -> None:
    table = simulate(round_trip, segment, link)
    assert max(table["At random"]) <= link * (1 + 1e-9)


def test_the_constants_are_those_of_the_window_at_a_loss() -> None:
    rng = Random(4)
    square, roots = 0.0, []
    for _ in range(200_000):
        square = square / 4 + 2 * rng.expovariate()
        roots.append(sqrt(square))
    assert constant("At random") == pytest.approx(2 / fmean(roots), rel=0.01)
    assert constant("At random") == pytest.approx(1.3098, abs=1e-4)
    assert constant("Evenly spaced") == pytest.approx(1.2247, abs=1e-4)


def test_gaps_have_the_mean_that_the_loss_says() -> None:
    for loss in [0.5, 0.1, 0.01]:
        found = gaps("At random", loss, Random(3))
        mean = fmean(next(found) for _ in range(20_000))
        assert mean == pytest.approx(1 / loss, rel=0.03)


def test_a_window_has_two_segments_though_each_is_lost() -> None:
    assert mean_flight(repeat(1), 1e6, 0) == LEAST == 2


def test_the_formula_is_in_megabits_per_second() -> None:
    # 1,460 bytes per 50 ms are 0.2336 Mbit/s; 1.3098 / sqrt(0.0001) = 130.98.
    formula = simulate()["Mathis (theory)"][PERCENT.index(0.01)]
    assert formula == pytest.approx(0.2336 * 130.98, rel=0.001)


def round_by_round(gaps: Iterator[int], path: float, queue: float) -> float:
    """The same, without a jump."""
    window, left, sent, trips, halvings = LEAST, next(gaps), 0.0, 0.0, 0
    since = 0.0
    while halvings < HALVINGS:
        sent += window
        since += window
        trips += max(1, window / path)
        lost = since >= left - 1e-9
        if not lost and window <= path + queue:
            window += 1
            continue
        left -= -int(-since // 1)
        since = 0.0
        while left <= 0:
            left += next(gaps)
        window, halvings = max(LEAST, window / 2), halvings + 1
    return sent / trips


@pytest.mark.parametrize(
    ("path", "queue"),
    [(1e6, 0.0), (40.0, 40.0), (40.0, 0.0), (40.5, 13.2), (6.5, 4.0)],
)
def test_the_jumps_are_what_the_rounds_add_up_to(
    path: float, queue: float
) -> None:
    for loss in [0.01, 0.001, 0.0003]:
        for make in (
            lambda loss: gaps("At random", loss, Random(1)),
            lambda loss: repeat(round(1 / loss)),
        ):
            jumped = mean_flight(make(loss), path, queue)
            walked = round_by_round(make(loss), path, queue)
            assert jumped == pytest.approx(walked, rel=5e-4)


def test_twice_the_distance_is_half_the_rate_and_the_link_is_no_matter() -> (
    None
):
    near = simulate(100, link=250)["At random"][-4:]
    far = simulate(200, link=500)["At random"][-4:]
    assert far == pytest.approx([rate / 2 for rate in near], rel=0.05)
    assert simulate(100, link=500)["At random"][-4:] == pytest.approx(
        near, rel=0.05
    )


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
