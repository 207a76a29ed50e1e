from math import exp

import pytest

from snippets.caching.refresh_ahead_popularity import HOURS, simulate


@pytest.mark.parametrize("mean_gap_s", [60, 360, 3600])
def test_without_a_window_each_query_makes_somebody_wait(
    mean_gap_s: float,
) -> None:
    waits, queries = simulate(mean_gap_s, 0, seed=2)
    assert waits == queries
    cycle = 3600 + mean_gap_s
    assert queries == pytest.approx(HOURS * 3600 / cycle, rel=0.05)


@pytest.mark.parametrize("mean_gap_s", [60, 360, 3600])
def test_the_share_that_waits_is_that_of_windows_without_a_request(
    mean_gap_s: float,
) -> None:
    waits, queries = simulate(mean_gap_s, 360, seed=2)
    assert waits / queries == pytest.approx(exp(-360 / mean_gap_s), abs=0.02)


def test_the_first_request_waits() -> None:
    assert simulate(10**9, 360, seed=1) == (1, 1)
