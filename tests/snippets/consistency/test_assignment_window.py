from random import Random

import pytest

from snippets.consistency.assignment_window import (
    ONE_WAY,
    RACES,
    both,
    told_yes_by_compare_and_set,
    told_yes_by_quorums,
)


def test_quorums_tell_two_riders_yes_at_every_window() -> None:
    counts = [both(told_yes_by_quorums, window) for window in (5, 20, 100)]
    assert sorted(counts, reverse=True) == counts
    assert min(counts) > 0


@pytest.mark.parametrize("window", [0, 5, 1_000])
def test_compare_and_set_never_does(window: float) -> None:
    assert both(told_yes_by_compare_and_set, window) == 0


def test_compare_and_set_tells_exactly_one_rider_yes() -> None:
    rng = Random(1)
    told = {told_yes_by_compare_and_set(rng, 3) for _ in range(500)}
    assert told == {1}


def test_two_at_the_same_moment_are_nearly_always_told_yes() -> None:
    assert both(told_yes_by_quorums, 0) > 0.85 * RACES


def test_overlap_keeps_its_promise_once_the_write_has_ended() -> None:
    """Who reads long after the write always meets it: that is recency."""
    rng = Random(1)
    assert {told_yes_by_quorums(rng, 500.0) for _ in range(500)} == {1}


class Scripted(Random):
    """Delays as they are told, in the order in which they are asked for."""

    def __init__(self, delays: list[float]) -> None:
        super().__init__(1)
        self.delays = delays

    def expovariate(self, lambd: float = 1.0) -> float:
        assert lambd == 1 / ONE_WAY
        return self.delays.pop(0)


@pytest.mark.parametrize(("write", "told_yes"), [(0.0, 1), (99.0, 2)])
def test_one_replica_that_has_the_write_is_enough_to_be_warned(
    write: float, told_yes: int
) -> None:
    """Bob, 10 ms later, hears of replicas 1 and 2; 1 has it late."""
    ada = [0.0] * 6
    bob = [0.0, 50.0, 0.0, 0.0, 0.0, 0.0]
    delays = [*ada, *bob, 0.0, 99.0, write]
    assert told_yes_by_quorums(Scripted(delays), 10.0) == told_yes


def test_who_asked_first_can_be_second_to_decide() -> None:
    """Ada's messages are slow, bob's are not: she reads his write."""
    delays = [*[50.0] * 6, *[0.0] * 6, *[0.0] * 3]
    assert told_yes_by_quorums(Scripted(delays), 1.0) == 1
