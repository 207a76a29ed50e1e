from math import log
from random import Random

import pytest

from snippets.caching.hit_ratio_value import (
    CACHE,
    ORIGIN,
    latencies,
    mean,
    quantile,
)


@pytest.mark.parametrize(
    ("hit_ratio", "expected"), [(0.0, 21.0), (0.9, 3.0), (0.95, 2.0), (1.0, 1)]
)
def test_the_mean_falls_in_a_straight_line(
    hit_ratio: float, expected: float
) -> None:
    assert mean(hit_ratio) == pytest.approx(expected)


@pytest.mark.parametrize("hit_ratio", [0.0, 0.5, 0.9, 0.99, 1.0])
def test_the_run_agrees_with_the_formula(hit_ratio: float) -> None:
    ordered = latencies(hit_ratio, Random(2))
    # standard error at most 20 ms / 50,000**0.5 = 0.09 ms
    assert sum(ordered) / len(ordered) == pytest.approx(
        mean(hit_ratio), abs=0.3
    )


@pytest.mark.parametrize("hit_ratio", [0.0, 0.5, 0.9, 0.95, 0.98])
def test_below_99_percent_the_p99_is_a_quantile_of_the_misses(
    hit_ratio: float,
) -> None:
    # Which one: the slowest hundredth are misses, 0.01 / (1 - h) of them.
    expected = CACHE + ORIGIN * log((1 - hit_ratio) / 0.01)
    measured = quantile(latencies(hit_ratio, Random(2)), 0.99)
    assert measured == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("hit_ratio", [0.992, 0.995, 1.0])
def test_above_99_percent_the_p99_is_a_hit(hit_ratio: float) -> None:
    assert quantile(latencies(hit_ratio, Random(2)), 0.99) == CACHE


def test_a_quantile_is_one_of_the_values() -> None:
    ordered = [1.0, 2.0, 3.0, 4.0]
    shares = [0.0, 0.25, 0.26, 0.5, 1.0]
    assert [quantile(ordered, share) for share in shares] == [1, 1, 2, 2, 4]
