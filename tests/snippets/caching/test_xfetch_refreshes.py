from math import exp, log
from random import Random
from statistics import fmean

import pytest

from snippets.caching.xfetch_refreshes import DELTA, refreshes

EULER = 0.5772  # the mean of a Gumbel variable


@pytest.mark.parametrize("rate", [300.0, 1_000.0])
@pytest.mark.parametrize("beta", [0.5, 1.0, 2.0])
def test_refreshes_per_expiry_are_exp_of_1_by_beta(
    rate: float, beta: float
) -> None:
    # The first comes when the integrated rate of refreshes is exponential
    # with mean 1; until it ends, that grows by the factor exp(1 / beta).
    rng = Random(5)
    runs = [refreshes(rate, beta, rng) for _ in range(400)]
    counts = [count for count, _ in runs]
    mean = exp(1 / beta)
    error = ((mean - 1) ** 2 + (mean - 1)) ** 0.5 / 20
    assert fmean(counts) == pytest.approx(mean, abs=4 * error)
    early = fmean(seconds for _, seconds in runs)
    assert early == pytest.approx(
        DELTA * beta * (log(rate * DELTA * beta) + EULER),
        abs=4 * DELTA * beta * 1.3 / 20,
    )


def test_more_than_ten_refreshes_come_in_one_expiry_of_a_hundred() -> None:
    # The count is geometric: more than n with chance (1 - exp(-1)) ** n.
    rng = Random(10)
    counts = [refreshes(300, 1.0, rng)[0] for _ in range(2_000)]
    for number, share in [(2, 0.40), (10, 0.01)]:
        found = fmean(count > number for count in counts)
        error = (share * (1 - share) / len(counts)) ** 0.5
        assert found == pytest.approx(share, abs=3 * error)


def test_the_rate_moves_the_first_refresh_not_the_number() -> None:
    rng = Random(6)
    slow = [refreshes(100, 1.0, rng) for _ in range(400)]
    fast = [refreshes(1_000, 1.0, rng) for _ in range(400)]
    counts = [fmean(count for count, _ in runs) for runs in (slow, fast)]
    assert counts[0] == pytest.approx(counts[1], abs=0.6)
    early = [fmean(seconds for _, seconds in runs) for runs in (slow, fast)]
    assert early[1] - early[0] == pytest.approx(DELTA * log(10), abs=0.05)


def test_a_burst_that_is_not_over_at_expiry_is_smaller() -> None:
    # rate * DELTA * beta = 20 is much, but not against exp(1 / beta) = 148.
    rng = Random(9)
    counts = [refreshes(1_000, 0.2, rng)[0] for _ in range(400)]
    assert fmean(counts) == pytest.approx(50, abs=5)
    assert fmean(counts) < exp(1 / 0.2) / 2


def test_a_key_that_is_rarely_read_mostly_expires_unrefreshed() -> None:
    # Chance that no early refresh comes: exp(-rate * DELTA * beta).
    rng = Random(7)
    late = [refreshes(1.0, 1.0, rng)[1] <= 0 for _ in range(1_000)]
    assert fmean(late) == pytest.approx(exp(-DELTA), abs=0.04)


def test_at_least_one_request_recomputes() -> None:
    rng = Random(8)
    assert min(refreshes(50, 1.0, rng)[0] for _ in range(100)) == 1
