from math import exp
from random import Random
from statistics import fmean

import pytest

from snippets.caching.origin_load import (
    RATES,
    Counted,
    arrivals,
    simulate,
    xfetch,
    xfetch_theory,
)

WAITING: Counted = "readers that wait"


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("milliseconds", "slowdown"), [(500, 1), (1_000, 2)])
def test_unprotected_an_expiry_costs_rate_times_recompute_time(
    milliseconds: int, slowdown: float, seed: int
) -> None:
    table = simulate(recompute_time=milliseconds, slowdown=slowdown, seed=seed)
    seconds = milliseconds * slowdown / 1_000
    for rate, simulated in zip(RATES, table["Unprotected"], strict=True):
        if rate >= 20:
            assert simulated == pytest.approx(1 + rate * seconds, rel=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_a_mutex_saves_the_origin_and_half_of_the_waiting(seed: int) -> None:
    assert set(simulate(seed=seed)["Mutex"]) == {1}
    waiting = simulate(WAITING, seed=seed)
    assert waiting["Mutex"] == waiting["Unprotected"]
    seconds = simulate("seconds waited", seed=seed)
    for rate, simulated in zip(RATES, seconds["Mutex"], strict=True):
        if rate >= 20:
            expected = 0.5 + rate * 0.5 * 0.25
            assert simulated == pytest.approx(expected, rel=0.05)


def request_by_request(
    rate: float, scale: float, took: float, rng: Random
) -> int:
    """Recomputes for one expiry, each request with its own draw."""
    now, back, number = -10 * scale, float("inf"), 0
    while (now := now + rng.expovariate(rate)) < back:
        if now + rng.expovariate(1 / scale) >= 0:
            number, back = number + 1, min(back, now + took)
    return number


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("rate", "scale", "took"),
    [(5, 0.5, 0.5), (20, 0.5, 1), (100, 0.5, 0.5), (100, 1.5, 0.5)],
)
def test_xfetch_costs_what_theory_says_within_5_percent_in_6000_expiries(
    rate: float, scale: float, took: float, seed: int
) -> None:
    rng = Random(seed)
    expected = xfetch_theory(rate, scale, took)
    drawn = fmean(xfetch(rate, scale, took, rng) for _ in range(6_000))
    assert drawn == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize(
    ("rate", "scale", "took"), [(5, 0.5, 0.5), (20, 0.5, 1), (20, 1, 0.5)]
)
def test_drawing_the_starts_alone_is_drawing_each_request(
    rate: float, scale: float, took: float
) -> None:
    rng = Random(1)
    each = [request_by_request(rate, scale, took, rng) for _ in range(6_000)]
    drawn = [xfetch(rate, scale, took, rng) for _ in range(6_000)]
    assert fmean(drawn) == pytest.approx(fmean(each), rel=0.05)
    once = [number == 1 for number in drawn]
    assert fmean(once) == pytest.approx(
        fmean(number == 1 for number in each), abs=0.03
    )


@pytest.mark.parametrize("beta", [0.5, 1, 2, 3])
def test_where_requests_are_many_the_theory_is_a_power_of_e(
    beta: float,
) -> None:
    for slowdown in (1, 2):
        if slowdown / beta <= 2:
            theory = simulate(beta=beta, slowdown=slowdown)["XFetch (theory)"]
            limit = exp(slowdown / beta)
            assert theory[-1] == pytest.approx(limit, rel=0.01)


def test_xfetch_costs_no_more_than_no_protection() -> None:
    for slowdown in (1, 2, 3):
        table = simulate(beta=0.5, slowdown=slowdown)
        theory = zip(
            table["XFetch (theory)"],
            table["Unprotected (theory)"],
            strict=True,
        )
        assert all(early < none for early, none in theory if early and none)


def test_a_rarely_read_entry_mostly_expires_before_a_die_falls_right() -> None:
    # Few requests per recompute: each is alone, whatever the protection.
    assert xfetch_theory(0.01, 0.5, 0.5) == pytest.approx(1, abs=0.01)


def test_within_the_stale_window_nobody_waits() -> None:
    assert set(simulate(WAITING)["SWR"]) == {None}
    assert set(simulate("seconds waited")["SWR"]) == {None}


def test_without_a_stale_window_swr_is_a_mutex() -> None:
    for counted in (WAITING, "seconds waited"):
        table = simulate(counted, stale_window=0)
        assert table["SWR"] == table["Mutex"]


def test_a_window_of_half_the_recompute_leaves_half_of_the_readers() -> None:
    table = simulate(WAITING, stale_window=0.25)
    assert table["SWR"][-1] == pytest.approx(200 * 0.25, rel=0.05)


def test_the_first_reader_after_the_expiry_comes_first() -> None:
    times = arrivals(100, 0.5, Random(3))
    assert times == sorted(times)
    assert times[0] > 0
    assert times[-1] < times[0] + 0.5


def test_turning_xfetch_leaves_the_readers_as_they_come() -> None:
    one, other = simulate(beta=1), simulate(beta=2)
    assert one["Unprotected"] == other["Unprotected"]
    assert one["XFetch"] != other["XFetch"]


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
