from math import exp, factorial, log
from random import Random
from statistics import mean

import pytest

from snippets.load_balancing.balls_into_bins import by_chance, fullest, with_two

BINS = [100, 1_000, 10_000, 100_000]


def expected_above(level: int, bins: int) -> float:
    """Bins with at least so many balls, if each count is Poisson of mean 1."""
    tail = sum(exp(-1) / factorial(k) for k in range(level, level + 20))
    return bins * tail


# The theorem's factor tends to 1 so slowly that at these sizes it is below 2.
@pytest.mark.parametrize("bins", BINS)
def test_one_choice_is_within_its_factor_of_ln_n_over_ln_ln_n(
    bins: int,
) -> None:
    for seed in range(5):
        assert 0.9 < fullest(bins, 1, Random(seed)) / by_chance(bins) < 2.1


@pytest.mark.parametrize("bins", BINS)
def test_one_choice_is_where_the_poisson_tail_runs_out(bins: int) -> None:
    level = next(k for k in range(30) if expected_above(k, bins) < 1)
    for seed in range(5):
        assert abs(fullest(bins, 1, Random(seed)) - level) <= 2


@pytest.mark.parametrize("bins", BINS)
def test_two_choices_are_within_one_of_ln_ln_n_over_ln_2(bins: int) -> None:
    for seed in range(5):
        assert abs(fullest(bins, 2, Random(seed)) - with_two(bins)) < 1


def test_a_third_choice_changes_only_the_base_of_the_logarithm() -> None:
    three = mean(fullest(10_000, 3, Random(seed)) for seed in range(5))
    assert three == pytest.approx(log(log(10_000)) / log(3), abs=1)


def test_a_hundred_times_the_bins_add_at_most_one_with_two_choices() -> None:
    for seed in range(5):
        few = fullest(1_000, 2, Random(seed))
        assert fullest(100_000, 2, Random(seed)) - few <= 1
