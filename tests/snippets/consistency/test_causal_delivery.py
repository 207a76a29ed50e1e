from math import exp
from random import Random

import pytest

from snippets.consistency.causal_delivery import (
    APART,
    MEAN_DELAY,
    THREADS,
    count,
)


def test_without_an_order_the_counts_are_as_expected() -> None:
    swapped, early, _ = count("any order", Random(2))
    expected = THREADS * exp(-APART / MEAN_DELAY) / 2
    assert swapped == pytest.approx(expected, abs=150)
    # The post is later than the first of two delays, then than the second.
    assert early == pytest.approx(THREADS / 4, abs=150)


def test_an_order_per_client_does_not_hold_a_reply_back() -> None:
    swapped, early, _ = count("per client", Random(2))
    assert swapped == 0
    assert early > THREADS / 5


def test_a_causal_order_holds_both_back() -> None:
    assert count("causal", Random(2))[:2] == (0, 0)


def test_the_causal_order_is_complete_as_soon_as_the_clients_one() -> None:
    mean = count("per client", Random(2))[2]
    assert count("causal", Random(2))[2] == mean
