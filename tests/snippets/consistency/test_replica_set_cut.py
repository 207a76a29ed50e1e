import pytest

from snippets.consistency.replica_set_cut import (
    ELECTION,
    MAJORITY,
    OUTCOMES,
    TIMEOUT,
    cut,
)

CUTS = [(alone, seconds) for alone in (True, False) for seconds in range(1, 40)]


@pytest.mark.parametrize(("alone", "seconds"), CUTS)
def test_a_majority_loses_no_acknowledged_write(
    alone: bool, seconds: int
) -> None:
    for side in cut(MAJORITY, alone=alone, seconds=seconds):
        assert side["ok, lost"] == 0


def test_w_1_loses_what_the_old_primary_took() -> None:
    small, large = cut(1, alone=True, seconds=60)
    assert small["ok, lost"] == ELECTION
    assert large["ok, lost"] == 0


@pytest.mark.parametrize(("alone", "seconds"), CUTS)
def test_w_1_accepts_no_write_that_a_majority_would_refuse(
    alone: bool, seconds: int
) -> None:
    loose = cut(1, alone=alone, seconds=seconds)
    strict = cut(MAJORITY, alone=alone, seconds=seconds)
    assert [s["refused"] for s in loose] == [s["refused"] for s in strict]


def test_a_timeout_undoes_nothing() -> None:
    small, _ = cut(MAJORITY, alone=True, seconds=8)
    assert small["timeout, kept"] == 8 - TIMEOUT + 1
    assert small["timeout, lost"] == 0


def test_a_primary_with_the_majority_notices_nothing() -> None:
    small, large = cut(MAJORITY, alone=False, seconds=60)
    assert small["refused"] == large["ok, kept"] == 60


@pytest.mark.parametrize(("alone", "seconds"), CUTS)
def test_each_write_has_one_outcome(alone: bool, seconds: int) -> None:
    for side in cut(1, alone=alone, seconds=seconds):
        assert set(side) <= set(OUTCOMES)
        assert side.total() == seconds


@pytest.mark.parametrize("needed", [1, MAJORITY])
def test_nothing_is_lost_before_others_elect(needed: int) -> None:
    for seconds, lost in [(ELECTION, 0), (ELECTION + 1, ELECTION)]:
        small, _ = cut(needed, alone=True, seconds=seconds)
        assert small["ok, lost"] + small["timeout, lost"] == lost
