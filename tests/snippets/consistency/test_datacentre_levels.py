from itertools import product

import pytest

from snippets.consistency.datacentre_levels import (
    EVERYWHERE,
    REPLICAS,
    Level,
    answers,
    block_for,
)


def test_the_numbers_on_the_wire_are_no_counts() -> None:
    assert [level.value for level in Level] == [1, 2, 3, 4, 5, 6, 7, 10]
    assert block_for(Level.QUORUM, {"oslo": 3}, "oslo") == {EVERYWHERE: 2}
    assert block_for(Level.ALL, {"oslo": 3}, "oslo") == {EVERYWHERE: 3}


@pytest.mark.parametrize(
    ("factor", "majority"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3)]
)
def test_a_quorum_is_more_than_half(factor: int, majority: int) -> None:
    replicas = {"oslo": factor}
    everywhere = block_for(Level.QUORUM, replicas, "oslo")[EVERYWHERE]
    assert everywhere == majority
    for level in (Level.LOCAL_QUORUM, Level.EACH_QUORUM):
        assert block_for(level, replicas, "oslo") == {"oslo": majority}


def test_a_quorum_counts_all_datacentres_together() -> None:
    replicas = {"oslo": 3, "rome": 3, "bonn": 2}
    assert block_for(Level.QUORUM, replicas, "oslo") == {EVERYWHERE: 5}
    each = {"oslo": 2, "rome": 2, "bonn": 2}
    assert block_for(Level.EACH_QUORUM, replicas, "rome") == each
    assert block_for(Level.LOCAL_QUORUM, replicas, "bonn") == {"bonn": 2}


def test_levels_of_the_own_datacentre_do_not_need_another() -> None:
    away = {"oslo": 3, "rome": 0}
    ok = {level for level in Level if answers(level, away, "oslo")}
    assert set(Level) - ok == {Level.QUORUM, Level.ALL, Level.EACH_QUORUM}
    assert not answers(Level.LOCAL_QUORUM, away, "rome")
    assert answers(Level.ONE, away, "rome")


def test_one_replica_down_stops_all_and_nothing_else() -> None:
    up = REPLICAS | {"oslo": 2}
    failed = [level for level in Level if not answers(level, up, "oslo")]
    assert failed == [Level.ALL]


def test_each_quorum_is_the_local_one_of_every_datacentre() -> None:
    for oslo, rome in product(range(4), repeat=2):
        up = {"oslo": oslo, "rome": rome}
        both = [answers(Level.LOCAL_QUORUM, up, place) for place in up]
        assert answers(Level.EACH_QUORUM, up, "oslo") == all(both)


def test_a_local_one_is_not_answered_from_elsewhere() -> None:
    assert block_for(Level.LOCAL_ONE, REPLICAS, "rome") == {"rome": 1}
    assert not answers(Level.LOCAL_ONE, {"oslo": 3, "rome": 0}, "rome")
