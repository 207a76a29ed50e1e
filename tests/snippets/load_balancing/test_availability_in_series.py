import pytest

from snippets.load_balancing.availability_in_series import (
    MINUTES,
    SWITCH,
    down,
    in_series,
    pair,
    too_few,
)


def test_a_machine_is_down_for_repair_of_failure_and_repair() -> None:
    assert down(mtbf=3, repair=1) == 0.25


def test_two_of_three_fail_as_the_binomial_says() -> None:
    # Two of three needed: down if two or three are down.
    assert too_few(3, 2, 0.1) == pytest.approx(3 * 0.01 * 0.9 + 0.001)


def test_all_needed_is_a_series_and_one_needed_is_a_power() -> None:
    assert too_few(3, 3, 0.1) == pytest.approx(in_series(0.1, 0.1, 0.1))
    assert too_few(3, 1, 0.1) == pytest.approx(0.001)


def test_a_series_is_down_at_least_as_long_as_its_worst_part() -> None:
    assert in_series(0.1, 0.2) == pytest.approx(0.28)
    assert in_series() == 0


def test_a_pair_without_failures_to_switch_is_down_if_both_are() -> None:
    assert pair(0.1, 0) == pytest.approx(0.01)
    assert pair(0.1, 10) > pair(0.1, 0)


def test_a_switch_takes_its_seconds() -> None:
    # With a failure each minute: so many of 60 seconds.
    assert pair(0, MINUTES) == pytest.approx(SWITCH / 60)
