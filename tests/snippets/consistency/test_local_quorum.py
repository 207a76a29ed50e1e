from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from snippets.consistency.local_quorum import (
    LEVELS,
    OSLO,
    ROME,
    answered,
    missed,
)


def choices(level: str, local: set[str]) -> Iterator[set[str]]:
    """All replicas that may answer, set by set: each is as likely."""
    groups = {"both": OSLO | ROME, "local": local, "remote": OSLO | ROME}
    groups["remote"] = groups["both"] - local
    parts = [combinations(sorted(groups[g]), n) for g, n in LEVELS[level]]
    for chosen in product(*parts):
        yield {replica for part in chosen for replica in part}


@pytest.mark.parametrize("reader", [OSLO, ROME])
@pytest.mark.parametrize("read", LEVELS)
@pytest.mark.parametrize("write", LEVELS)
def test_the_share_is_that_of_all_choices(
    write: str, read: str, reader: set[str]
) -> None:
    pairs = [
        written.isdisjoint(asked)
        for written in choices(write, OSLO)
        for asked in choices(read, reader)
    ]
    expected = sum(pairs) / len(pairs)
    found = missed(write, read, reader, Random(7))
    assert found == pytest.approx(expected, abs=0.03)
    assert (found == 0) == (expected == 0)


def test_local_quorums_meet_at_home_and_never_elsewhere() -> None:
    assert missed("LOCAL_QUORUM", "LOCAL_QUORUM", OSLO, Random(1)) == 0
    assert missed("LOCAL_QUORUM", "LOCAL_QUORUM", ROME, Random(1)) == 1


def test_quorum_is_enough_and_all_is_no_better() -> None:
    for reader in (OSLO, ROME):
        assert missed("QUORUM", "QUORUM", reader, Random(1)) == 0
        assert missed("ALL", "ALL", reader, Random(1)) == 0


def test_a_quorum_of_all_may_miss_a_local_one() -> None:
    found = missed("QUORUM", "LOCAL_QUORUM", OSLO, Random(1))
    assert found == pytest.approx(1 / 15, abs=0.02)


@pytest.mark.parametrize(("level", "count"), [("ONE", 1), ("QUORUM", 4)])
def test_as_many_answer_as_the_level_says(level: str, count: int) -> None:
    assert len(answered(level, ROME, Random(1))) == count


def test_each_quorum_is_two_of_three_in_both() -> None:
    for seed in range(5):
        got = answered("EACH_QUORUM", ROME, Random(seed))
        assert len(got & OSLO) == len(got & ROME) == 2
