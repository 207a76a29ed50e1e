from itertools import accumulate
from random import Random

import pytest

from snippets.databases.row_lock_budget import (
    FLUSH,
    ORDERS,
    PLANS,
    PROVIDER,
    SHARE,
    TRIP,
    held,
    mean_wait,
)


def test_the_lock_is_held_from_its_statement_to_the_end_of_the_commit() -> None:
    assert held(["stock", "commit"]) == TRIP + FLUSH
    assert held(["stock", "lines", "commit"]) == 2 * TRIP + FLUSH
    assert held(["look", "lines", "stock", "commit"]) == TRIP + FLUSH


def test_a_provider_inside_holds_it_for_as_long_as_it_thinks() -> None:
    inside, early = PLANS["charge inside"], PLANS["stock early"]
    assert held(inside) - held(early) == PROVIDER - TRIP


@pytest.mark.parametrize("plan", ["stock early", "stock late"])
def test_the_mean_wait_is_that_of_a_simulated_queue(plan: str) -> None:
    hold, rate = held(PLANS[plan]), ORDERS * SHARE / 1000
    rng = Random(17)
    number = 400_000
    comes = list(accumulate(rng.expovariate(rate) for _ in range(number)))
    free = waited = 0.0
    for now in comes:
        begins = max(now, free)
        waited += begins - now
        free = begins + hold
    expected = mean_wait(ORDERS * SHARE, hold)
    assert waited / number == pytest.approx(expected, rel=0.2)


def test_a_row_that_is_wanted_more_often_than_it_is_free_has_no_mean() -> None:
    assert mean_wait(125, 8) is None
    assert mean_wait(124, 8) is not None
