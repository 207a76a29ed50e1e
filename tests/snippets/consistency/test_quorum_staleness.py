from itertools import pairwise
from math import comb
from random import Random

import pytest

from snippets.consistency.quorum_staleness import (
    TIMES,
    done,
    simulate,
    stale,
    trial,
)

TRIALS = 60_000
DELAY = 10


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("lost", [0, 0.2])
@pytest.mark.parametrize(
    ("n", "r", "w"), [(3, 1, 1), (3, 1, 2), (3, 2, 1), (5, 2, 2), (7, 3, 2)]
)
def test_theory_is_right_within_5_percent_where_6_of_100_or_more_are_stale(
    n: int, r: int, w: int, lost: float, seed: int
) -> None:
    rng = Random(seed)
    trials = [trial(n, r, w, DELAY, lost, rng) for _ in range(TRIALS)]
    until = [each[:2] for each in trials if each[2] < float("inf")]
    for ms in TIMES:
        for race in (False, True):
            expected = stale(n, r, w, DELAY, lost, ms, race)
            if expected >= 0.06:
                shown = sum(both[race] > ms for both in until) / len(until)
                assert shown == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("n", [1, 3, 5, 7])
def test_the_mean_wait_for_k_of_n_is_a_sum_of_delay_over_those_that_are_left(
    n: int, seed: int
) -> None:
    for k in range(1, n + 1):
        rng = Random(seed)
        trials = [trial(n, k, k, DELAY, 0, rng) for _ in range(10_000)]
        mean = DELAY * sum(1 / (n - i) for i in range(k))
        for at in (2, 3):
            waits = [each[at] for each in trials]
            assert sum(waits) / len(waits) == pytest.approx(mean, rel=0.05)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("n", "w", "r"), [(3, 1, 2), (5, 3, 2), (7, 7, 1)])
@pytest.mark.parametrize("lost", [0, 20])
def test_the_share_that_has_ended_is_what_theory_says(
    n: int, w: int, r: int, lost: int, seed: int
) -> None:
    table = simulate("Latency", n, w, r, DELAY, lost, seed)
    for name, expected in [
        ("Writes confirmed", table["Writes (theory)"]),
        ("Reads answered", table["Reads (theory)"]),
    ]:
        assert table[name] == pytest.approx(expected, abs=2.5)


def test_right_after_the_confirmation_it_is_the_share_of_sets_that_miss() -> (
    None
):
    for n in range(1, 8):
        for w in range(1, n + 1):
            for r in range(1, n + 1):
                formula = comb(n - w, r) / comb(n, r)
                computed = stale(n, r, w, DELAY, 0, 0.0, race=False)
                assert computed == pytest.approx(formula)


@pytest.mark.parametrize("lost", [0, 40])
def test_where_r_and_w_overlap_no_read_is_stale(lost: int) -> None:
    for n, w, r in [(1, 1, 1), (3, 2, 2), (3, 1, 3), (5, 3, 3), (7, 7, 1)]:
        table = simulate(n=n, w=w, r=r, lost=lost)
        for values in [*table.values()][1:]:
            assert values == [0.0] * len(TIMES)


def test_without_overlap_some_are_and_fewer_the_longer_one_waits() -> None:
    for n, w, r in [(2, 1, 1), (3, 2, 1), (5, 2, 3), (7, 3, 3)]:
        for values in [*simulate(n=n, w=w, r=r).values()][1:]:
            assert values[0] > 0
            assert all(a >= b for a, b in pairwise(values))


def test_what_was_lost_stays_missing() -> None:
    table = simulate(delay=1, lost=40)
    # After 40 delays each replica has it for good or never.
    assert table["Instant (theory)"][-1] == pytest.approx(
        100 * (0.4 - 0.4**3) / (1 - 0.4**3)
    )
    assert table["Instant reads"][-1] > 30


def test_a_read_that_travels_gives_the_write_time_to_arrive() -> None:
    table = simulate()
    assert all(
        travels < instant
        for travels, instant in zip(
            table["Travel (theory)"], table["Instant (theory)"], strict=True
        )
    )
    assert stale(3, 1, 1, DELAY, 0, 0.0, race=True) == pytest.approx(0.5)


def test_r_and_w_above_n_count_as_n() -> None:
    assert simulate(n=3, w=7, r=7) == simulate(n=3, w=3, r=3)
    assert done(3, 3, DELAY, 0, 1e9) == pytest.approx(1)


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
