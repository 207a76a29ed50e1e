from math import sqrt
from random import Random
from statistics import fmean, pstdev

import pytest

from snippets.networking.dns_round_robin import (
    PERIODS,
    SIZES,
    expected_deviation,
    shares,
)


@pytest.mark.parametrize("label", SIZES)
def test_half_of_the_load_is_the_mean_only(label: str) -> None:
    load = shares(SIZES[label], Random(8))
    error = expected_deviation(SIZES[label]) / sqrt(PERIODS)
    assert fmean(load) == pytest.approx(0.5, abs=4 * error)


@pytest.mark.parametrize("label", SIZES)
def test_the_deviation_is_as_expected(label: str) -> None:
    load = shares(SIZES[label], Random(8))
    expected = expected_deviation(SIZES[label])
    assert pstdev(load) == pytest.approx(expected, rel=0.1)


def test_one_resolver_puts_all_readers_on_one_address() -> None:
    assert set(shares([7.0], Random(1))) == {0.0, 1.0}


def test_few_large_resolvers_deviate_more_than_many_equal_ones() -> None:
    equal = expected_deviation([1.0] * 200)
    uneven = expected_deviation([1 / rank for rank in range(1, 201)])
    assert equal == pytest.approx(0.5 / sqrt(200))
    assert uneven > 3 * equal


def test_the_unit_of_the_sizes_does_not_matter() -> None:
    assert expected_deviation([2.0, 6.0]) == expected_deviation([1.0, 3.0])
    assert shares([2.0, 6.0], Random(5)) == shares([1.0, 3.0], Random(5))
