from math import inf
from random import Random

import pytest

from snippets.networking.dns_cutover import (
    DAY,
    GAP,
    HOUR,
    LONG,
    PLANS,
    SHORT,
    expected,
    old_copy_until,
)


def measured(lowered: float, at: float) -> float:
    rng = Random(1)
    expiries = [old_copy_until(lowered, rng) for _ in range(1_500)]
    return sum(until > at for until in expiries) / len(expiries)


@pytest.mark.parametrize("at", [0.0, 120.0, 6 * HOUR, DAY])
@pytest.mark.parametrize("lowered", [*PLANS.values(), -18 * HOUR])
def test_the_share_is_as_expected(lowered: float, at: float) -> None:
    # A share of 1,500 has a standard error of at most 1.3 points.
    assert measured(lowered, at) == pytest.approx(
        expected(lowered, at), abs=0.035
    )


def test_lowering_the_ttl_with_the_change_is_too_late() -> None:
    for at in (120.0, 6 * HOUR):
        assert measured(0.0, at) == measured(inf, at)


def test_the_share_falls_in_a_straight_line_to_zero_at_the_ttl() -> None:
    shares = [expected(inf, hours * HOUR) for hours in (6, 12, 18, 24)]
    assert shares == pytest.approx([0.75, 0.5, 0.25, 0.0], abs=0.001)
    assert measured(inf, LONG) == 0


def test_lowered_one_long_ttl_before_nothing_is_older_than_the_short_one() -> (
    None
):
    assert measured(-DAY, SHORT) == 0
    assert measured(-DAY + HOUR, SHORT) > 0.03


def test_a_copy_is_kept_for_the_ttl_that_it_came_with() -> None:
    for seed in range(20):
        assert old_copy_until(inf, Random(seed)) < LONG
        assert old_copy_until(-DAY, Random(seed)) < SHORT


def test_with_the_change_all_copies_are_long_or_absent() -> None:
    assert expected(0.0, 0.0) == expected(inf, 0.0) == LONG / (LONG + GAP)
