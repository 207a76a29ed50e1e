import pytest

from snippets.consistency.cap_availability import (
    CUT,
    ELECTION,
    PARTITIONS,
    PATIENCE,
    SYSTEMS,
    YEAR,
    System,
)


def test_not_available_may_be_four_nines_and_available_two() -> None:
    majority, _, _, down, slow = SYSTEMS
    assert not majority.answers_when_cut
    assert majority.served() > 0.9999
    assert down.answers_when_cut
    assert down.served() == pytest.approx(0.99)
    assert slow.answers_when_cut
    assert slow.served() == 0


def test_the_formula_is_what_counting_seconds_gives() -> None:
    small = 0.25
    cut = sum(1 if s < ELECTION else small for s in range(int(CUT)))
    refused = PARTITIONS * cut
    lost = 1 - System("", small, False).served()
    assert lost * YEAR == pytest.approx(refused, rel=1e-6)


def test_if_all_clients_reach_the_majority_only_elections_cost() -> None:
    lost = 1 - System("", 0.0, False).served()
    assert lost * YEAR == pytest.approx(PARTITIONS * ELECTION, rel=1e-6)


def test_patience_is_the_limit() -> None:
    assert System("", 0.2, True, latency=PATIENCE).served() == 1
    assert System("", 0.2, True, latency=PATIENCE + 0.1).served() == 0
