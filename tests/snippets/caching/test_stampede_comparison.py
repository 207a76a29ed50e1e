from math import log, tanh
from random import Random
from statistics import fmean

import pytest

from snippets.caching.stampede_comparison import (
    QUERY,
    RATE,
    STRATEGIES,
    TTL,
    Load,
    simulate,
)


def arrivals(seed: int, end: float) -> list[float]:
    rng, times = Random(seed), [0.0]
    while times[-1] < end:
        times.append(times[-1] + rng.expovariate(RATE))
    return times


def load(strategy: str, times: list[float]) -> Load:
    return simulate(strategy, times, Random(9))


def test_an_unknown_strategy_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="'typo'"):
        load("typo", [TTL])


@pytest.mark.parametrize("strategy", ["none", "mutex", "mutex+stale", "swr"])
def test_the_new_entry_lives_from_the_end_of_its_query(strategy: str) -> None:
    second = TTL + QUERY + TTL
    assert load(strategy, [TTL, second - 0.001]).starts == [TTL]
    assert load(strategy, [TTL, second]).starts == [TTL, second]


def test_the_last_of_two_queries_sets_the_expiry() -> None:
    twice = [TTL, TTL + 0.3]
    second = TTL + 0.3 + QUERY + TTL
    assert load("none", [*twice, second - 0.001]).starts == twice
    assert load("none", [*twice, second]).starts == [*twice, second]


@pytest.mark.parametrize("strategy", ["mutex", "mutex+stale", "swr"])
def test_a_coordinated_key_costs_one_query_per_expiry(strategy: str) -> None:
    for seed in range(5):
        result = load(strategy, arrivals(seed, 100))
        assert len(result.starts) == 9  # every 10.5 s and a gap, in 100 s
        assert result.peak == 1


def test_without_protection_an_expiry_costs_rate_times_query() -> None:
    results = [load("none", arrivals(seed, 100)) for seed in range(20)]
    per_expiry = sum(len(result.starts) for result in results) / 20 / 9
    assert per_expiry == pytest.approx(1 + RATE * QUERY, abs=3)
    assert all(result.peak > 80 for result in results)
    assert all(set(map(type, result.waits)) == {float} for result in results)


def test_a_mutex_moves_the_wait_from_the_origin_to_the_readers() -> None:
    times = arrivals(3, 100)
    none, mutex = load("none", times), load("mutex", times)
    assert len(mutex.waits) == pytest.approx(len(none.waits), rel=0.2)
    mean = sum(mutex.waits) / len(mutex.waits)
    assert mean == pytest.approx(QUERY / 2, abs=0.03)
    assert max(mutex.waits) == pytest.approx(QUERY)


def test_a_stale_copy_leaves_one_waiter_per_query() -> None:
    result = load("mutex+stale", arrivals(3, 100))
    assert len(result.waits) == len(result.starts)
    assert result.stale > 700


def test_stale_while_revalidate_lets_nobody_wait() -> None:
    result = load("swr", arrivals(3, 100))
    assert result.waits == []
    assert result.stale > 700


def test_xfetch_serves_nothing_stale_at_about_e_queries_per_expiry() -> None:
    results = [load("xfetch", arrivals(seed, 200)) for seed in range(30)]
    assert all(result.stale == 0 for result in results)
    assert all(len(result.waits) == len(result.starts) for result in results)
    first, gaps, queries = 0.0, list[float](), 0
    for result in results:
        first = result.starts[0]
        for start in result.starts[1:]:
            if start - first > 2 * QUERY:  # of the next period
                gaps.append(start - first)
                first = start
        queries += len([s for s in result.starts if s < first])
    # A refresh starts QUERY * (log(RATE * QUERY) + 0.58) = 2.6 s early. The
    # last one starts QUERY * tanh(1 / 2) = 0.2 s later on average, as the
    # chance that none starts between t and QUERY is 1 / (1 + e - e^(t/QUERY)).
    early = QUERY * (log(RATE * QUERY) + 0.5772)
    period = TTL - early + QUERY * tanh(1 / 2) + QUERY
    assert period == pytest.approx(8.14, abs=0.005)
    assert fmean(gaps) == pytest.approx(period, abs=0.1)
    assert queries / len(gaps) == pytest.approx(2.72, abs=0.35)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_warm_key_costs_nothing_before_its_expiry(strategy: str) -> None:
    early = [n / 100 for n in range(100)]
    assert load(strategy, early) == Load()


def test_a_lone_request_after_expiry_waits_unless_an_old_copy_may_answer() -> (
    None
):
    for strategy in ["none", "mutex", "mutex+stale", "xfetch"]:
        assert load(strategy, [TTL]).waits == [QUERY]
    assert load("swr", [TTL]) == Load(starts=[TTL], peak=1, stale=1)
