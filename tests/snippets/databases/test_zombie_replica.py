import pytest

from snippets.databases.zombie_replica import (
    GRACE,
    Entry,
    Replica,
    repair,
    write,
)


def deleted_with_one_down() -> list[Replica]:
    one, two, three = Replica(), Replica(), Replica()
    write([one, two, three], "17", Entry("ada", day=-5))
    write([one, two], "17", Entry(None, day=0))
    return [one, two, three]


@pytest.mark.parametrize(
    ("day", "value"), [(1, None), (GRACE - 1, None), (GRACE, "ada")]
)
def test_a_repair_has_to_come_before_the_tombstone_goes(
    day: int, value: str | None
) -> None:
    replicas = deleted_with_one_down()
    for replica in replicas:
        replica.compact(today=day)
    repair(replicas, "17")
    assert [r.rows["17"].value for r in replicas] == [value] * 3


def test_repaired_in_time_the_row_is_gone_everywhere() -> None:
    replicas = deleted_with_one_down()
    repair(replicas, "17")
    for replica in replicas:
        replica.compact(today=GRACE)
    repair(replicas, "17")
    assert all(replica.rows == {} for replica in replicas)


def test_a_value_has_no_grace_period() -> None:
    replica = Replica(rows={"17": Entry("ada", day=0)})
    replica.compact(today=10 * GRACE)
    assert replica.rows == {"17": Entry("ada", day=0)}
