import struct

import pytest

from snippets.consistency.consistency_levels import (
    WISHED,
    Consistency,
    needed,
    query,
)


@pytest.mark.parametrize(
    ("replicas", "quorum"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4)]
)
def test_a_quorum_is_a_majority_of_the_replicas(
    replicas: int, quorum: int
) -> None:
    assert needed(Consistency.QUORUM, replicas) == quorum
    assert needed(Consistency.ALL, replicas) == replicas


def test_other_levels_do_not_depend_on_the_replicas() -> None:
    for replicas in (3, 5):
        assert needed(Consistency.ONE, replicas) == 1
        assert needed(Consistency.TWO, replicas) == 2
        assert needed(Consistency.THREE, replicas) == 3


def test_the_level_is_behind_the_text() -> None:
    body = query("SELECT 1", Consistency.QUORUM)
    assert struct.unpack(">i8shi", body) == (8, b"SELECT 1", 4, 0)
    assert query("é", Consistency.ONE)[:4] == struct.pack(">i", 2)


def test_the_wished_numbers_are_other_levels() -> None:
    sent = {name: Consistency(number).name for name, number in WISHED.items()}
    assert sent == {"ALL": "THREE", "QUORUM": "TWO", "ONE": "ONE"}
