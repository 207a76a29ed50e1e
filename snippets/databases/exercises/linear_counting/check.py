"""What the bits of a few days tell, one rule per test."""

from math import log
from random import Random

import pytest
from solution import visitors


def day_of(people: range, bits: int) -> list[bool]:
    """The bits of a day on which these people came."""
    day = [False] * bits
    for number in people:
        day[Random(number).randrange(bits)] = True
    return day


def test_no_days_have_no_visitors() -> None:
    message = "Without a day there is no visitor: return 0."
    try:
        found = visitors([])
    except (IndexError, ValueError, ZeroDivisionError):
        pytest.fail(message)
    assert found == 0, message


def test_an_empty_day_has_no_visitors() -> None:
    assert visitors([[False] * 8]) == 0, (
        "Where no bit is set nobody came, and the logarithm of 1 is 0."
    )


def test_two_visitors_may_share_a_bit() -> None:
    day = [True] * 600 + [False] * 200
    assert visitors([day]) == pytest.approx(800 * log(4), rel=0.005), (
        "Two visitors may share a bit. So more came than bits are set: of 800 "
        "bits with 200 left empty, about 800 * ln(800 / 200) = 1,109, where "
        "ln is `math.log`."
    )


def test_who_comes_on_two_days_is_one_visitor() -> None:
    day = [True, True, False, False]
    assert visitors([day, day]) == pytest.approx(visitors([day])), (
        "Who comes on two days is one visitor: unite the bits of all days "
        "first. Then estimate once."
    )


def test_who_comes_on_one_day_counts() -> None:
    empty = [False] * 200
    days = [[True] * 100 + [False] * 100 + empty]
    days.append([False] * 100 + [True] * 100 + empty)
    assert visitors(days) == pytest.approx(400 * log(2), rel=0.005), (
        "Who comes on one day alone counts as well. A bit of the union is "
        "set if any day has set it."
    )


def test_a_full_bitmap_tells_nothing() -> None:
    message = (
        "A full bitmap tells no number: however many more come, it stays as "
        "it is. Raise a ValueError."
    )
    try:
        visitors([[True, False], [False, True]])
    except ValueError:
        return
    except ZeroDivisionError:
        pytest.fail(message)
    pytest.fail(message)


def test_a_thousand_visitors_of_three_days_are_found() -> None:
    people = [range(500), range(300, 800), range(600, 1_000)]
    found = visitors([day_of(some, 2_048) for some in people])
    assert found == pytest.approx(1_000, rel=0.08), (
        f"1,000 people came on three days, and you say {found:,.0f}. In 2,048 "
        "bits the estimate is within 8 % of it."
    )
