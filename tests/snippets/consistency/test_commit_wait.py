from random import Random

import pytest

from snippets.consistency.commit_wait import (
    BOUND,
    GAP,
    Clock,
    commit,
    inverted,
)


def expected(really: float, gap: float) -> float:
    """How often two uniform errors differ by more, the first one ahead."""
    over = max(0.0, 2 * really - gap)
    return over**2 / (8 * really**2)


@pytest.mark.parametrize("really", [BOUND, 3 * BOUND])
@pytest.mark.parametrize("rule", ["own clock", "latest"])
def test_without_a_wait_it_is_the_law_of_two_errors(
    rule: str, really: float
) -> None:
    wrong, waited = inverted(rule, really, Random(2))
    assert wrong == pytest.approx(expected(really, GAP), abs=0.01)
    assert waited == 0


def test_the_wait_keeps_the_order_if_the_bound_is_true() -> None:
    assert inverted("latest, and wait", BOUND, Random(2))[0] == 0


def test_it_does_so_even_for_the_worst_clocks() -> None:
    ahead, behind = Clock(BOUND), Clock(-BOUND)
    first, answered = commit("latest, and wait", ahead, 0.0)
    second, _ = commit("latest, and wait", behind, answered + 1e-9)
    assert second > first
    first, answered = commit("latest", ahead, 0.0)
    second, _ = commit("latest", behind, answered + GAP)
    assert second < first


@pytest.mark.parametrize("error", [-BOUND, 0.0, BOUND])
def test_the_wait_is_twice_the_bound(error: float) -> None:
    timestamp, answered = commit("latest, and wait", Clock(error), 100.0)
    assert answered == pytest.approx(100 + 2 * BOUND)
    assert 100 <= timestamp <= answered


def test_a_bound_that_is_not_kept_breaks_the_promise() -> None:
    wrong, _ = inverted("latest, and wait", 3 * BOUND, Random(2))
    law = expected(3 * BOUND, GAP + 2 * BOUND)
    assert wrong == pytest.approx(law, abs=0.01)


def test_the_true_time_is_between_earliest_and_latest() -> None:
    for error in (-BOUND, 0.0, BOUND):
        clock = Clock(error)
        assert clock.earliest(50.0) <= 50.0 <= clock.latest(50.0)
