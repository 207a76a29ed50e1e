from random import Random

import pytest

from snippets.consistency import quorum_tail
from snippets.consistency.quorum_tail import (
    FAST,
    ODDS,
    PAGES,
    SLOW,
    budget,
    read,
    slow_share,
)


def test_one_replica_is_slow_as_often_as_it_is() -> None:
    assert slow_share(1, 1) == pytest.approx(ODDS)


def test_a_quorum_is_slow_only_if_too_few_are_fast() -> None:
    assert slow_share(2, 1) == pytest.approx(ODDS**2)
    assert slow_share(4, 2) == pytest.approx(ODDS**4 + 4 * ODDS**3 * (1 - ODDS))
    assert slow_share(4, 4) == pytest.approx(1 - (1 - ODDS) ** 4)


@pytest.mark.parametrize(("asked", "needed"), [(1, 1), (2, 2), (4, 4)])
def test_measured_as_computed(asked: int, needed: int) -> None:
    rng = Random(7)
    slow = sum(read(rng, asked, needed) > FAST for _ in range(PAGES))
    assert slow / PAGES == pytest.approx(slow_share(asked, needed), rel=0.15)


def test_a_read_takes_as_long_as_the_last_that_is_needed() -> None:
    times = {read(Random(seed), 2, 2) for seed in range(300)}
    assert times == {FAST, SLOW}


def test_reads_in_turn_add_up_and_reads_at_once_do_not() -> None:
    assert budget(64.1, 20, at_once=False) == pytest.approx(1282)
    assert budget(64.1, 20, at_once=True) == 64.1


def test_with_a_fifth_slow_quorums_are_still_better(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quorum_tail, "ODDS", 0.2)
    asked = [(1, 1), (2, 1), (4, 2), (2, 2), (4, 4)]
    shares = [round(slow_share(*each), 3) for each in asked]
    assert shares == [0.2, 0.04, 0.027, 0.36, 0.59]


@pytest.mark.parametrize(("asked", "needed"), [(2, 1), (4, 2), (4, 3)])
def test_a_read_does_not_wait_for_more_than_are_needed(
    monkeypatch: pytest.MonkeyPatch, asked: int, needed: int
) -> None:
    monkeypatch.setattr(quorum_tail, "ODDS", 0.2)
    rng = Random(7)
    slow = sum(read(rng, asked, needed) > FAST for _ in range(PAGES))
    assert slow / PAGES == pytest.approx(slow_share(asked, needed), rel=0.15)
