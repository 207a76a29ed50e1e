from itertools import product
from random import Random

import pytest

from snippets.consistency.write_all import (
    LOST,
    MINUTES,
    PAYMENTS,
    REPLICAS,
    UP,
    available,
    charged_twice,
)


def test_availability_is_that_of_all_cases_counted() -> None:
    for needed in range(1, REPLICAS + 1):
        total = 0.0
        for states in product([True, False], repeat=REPLICAS):
            chance = 1.0
            for up in states:
                chance *= UP if up else 1 - UP
            total += chance * (sum(states) >= needed)
        assert available(needed) == pytest.approx(total, abs=1e-12)


def test_all_is_down_a_thousand_times_as_long_as_a_majority() -> None:
    minutes = [(1 - available(needed)) * MINUTES for needed in (3, 2)]
    assert minutes == pytest.approx([1575.2, 1.576], rel=1e-3)


def test_without_a_key_a_failed_or_unanswered_try_is_charged_again() -> None:
    for needed in (1, 2, 3):
        expected = 1 - available(needed) * (1 - LOST)
        got = charged_twice(needed, False, Random(2)) / PAYMENTS
        assert got == pytest.approx(expected, abs=0.0012)


def test_with_a_key_no_payment_is_charged_twice() -> None:
    for needed in (1, 2, 3):
        assert charged_twice(needed, True, Random(2)) == 0
