import pytest

from snippets.databases.schedule_steps import LEVELS, Database, schedule


def on_call(number: int, level: str) -> int:
    database = Database(level)
    for me, step in schedule(number):
        database.take(me, step)
    return len(database.on_call)


@pytest.mark.parametrize(
    ("level", "bad"), [*zip(LEVELS, [60, 68, 0], strict=True)]
)
def test_of_70_schedules_so_many_leave_nobody_on_call(
    level: str, bad: int
) -> None:
    assert [on_call(number, level) for number in range(1, 71)].count(0) == bad


def test_each_schedule_keeps_the_order_of_both_and_comes_once() -> None:
    every = [tuple(schedule(number)) for number in range(1, 71)]
    assert len({*every}) == 70
    for steps in every:
        for me in ("ada", "bob"):
            mine = [step for who, step in steps if who == me]
            assert mine == ["begin", "count", "write", "commit"]


def test_the_first_and_the_last_are_one_after_the_other() -> None:
    assert [who for who, _ in schedule(1)] == ["ada"] * 4 + ["bob"] * 4
    assert [who for who, _ in schedule(70)] == ["bob"] * 4 + ["ada"] * 4
    assert on_call(1, "read committed") == on_call(70, "serializable") == 1


@pytest.mark.parametrize("number", [0, 71, -1])
def test_a_number_that_is_no_schedule_is_named(number: int) -> None:
    with pytest.raises(ValueError, match=f"no schedule {number}:"):
        schedule(number)


def test_who_counts_one_stays() -> None:
    database = Database("read committed")
    told = [database.take(me, step) for me, step in schedule(1)]
    assert told == ["ok", "2", "off", "ok", "ok", "1", "-", "ok"]
