from random import Random

import pytest

from snippets.caching.misses_in_flight import (
    CONNECTIONS,
    SECONDS,
    busy_by_little,
    simulate,
)


@pytest.mark.parametrize(
    ("hit_ratio", "busy"), [(1.0, 0), (0.95, 1), (0.9, 2), (0.75, 5)]
)
def test_little_multiplies_the_misses_by_the_time_that_each_takes(
    hit_ratio: float, busy: float
) -> None:
    assert busy_by_little(hit_ratio) == pytest.approx(busy)


@pytest.mark.parametrize("hit_ratio", [0.99, 0.95, 0.9, 0.8])
@pytest.mark.parametrize("seed", range(3))
def test_the_run_agrees_with_little_while_there_is_room(
    hit_ratio: float, seed: int
) -> None:
    busy, _, _ = simulate(hit_ratio, Random(seed))
    assert busy == pytest.approx(busy_by_little(hit_ratio), rel=0.1)


def test_below_75_percent_the_queue_grows_until_the_end() -> None:
    busy, queue, longest = simulate(0.7, Random(1))
    assert busy == pytest.approx(CONNECTIONS, rel=0.01)
    # 300 misses/s come, 250 can be served: 50 more wait each second
    assert queue == pytest.approx(50 * SECONDS, rel=0.1)
    assert longest == pytest.approx(queue / 250, rel=0.01)


def test_a_cache_that_always_hits_needs_no_connection() -> None:
    assert simulate(1.0, Random(1)) == (0, 0, 0)
