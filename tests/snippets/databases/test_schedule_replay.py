from typing import Any

import pytest

from snippets.databases.schedule_counts import LEVELS
from snippets.databases.schedule_counts import simulate as counts
from snippets.databases.schedule_replay import Level, Pair, simulate
from snippets.databases.schedule_steps import Database, schedule


@pytest.mark.parametrize("pair", ["On call", "Counter", "Report", "Booking"])
@pytest.mark.parametrize("locks", [False, True])
def test_as_many_end_in_each_way_as_are_counted(
    pair: Pair, locks: bool
) -> None:
    levels: list[Level] = [
        "read committed",
        "snapshot isolation",
        "serializable",
    ]
    assert levels == LEVELS
    for row, level in enumerate(levels):
        tables = [simulate(pair, level, locks, n) for n in range(1, 71)]
        ends = [str(table["Committed rows"][-1]).lower() for table in tables]
        for name, column in list(counts(pair, locks).items())[1:]:
            assert ends.count(name) == column[row]


@pytest.mark.parametrize("number", [1, 16, 17, 40, 70])
def test_the_numbers_and_ends_are_those_of_the_page(number: int) -> None:
    database = Database("serializable")
    told = [database.take(me, step) for me, step in schedule(number)]
    table = simulate(level="serializable", schedule=number)
    refused = "REFUSED" in (table["Ada"][-1], table["Bob"][-1])
    assert refused == ("40001" in told)


@pytest.mark.parametrize("number", range(1, 71))
def test_the_steps_are_those_of_the_schedule_with_that_number(
    number: int,
) -> None:
    table = simulate(level="read committed", schedule=number)
    taken = ["ada" if told else "bob" for told in table["Ada"][:-1]]
    assert taken == [me for me, _ in schedule(number)]


def column(name: str, **values: Any) -> list[str]:
    """What one of them is told."""
    return [told for told in simulate(**values)[name] if told]


def test_who_meets_a_lock_waits_and_then_reads_what_is_new() -> None:
    asked = {"level": "read committed", "reads_lock": True, "schedule": 20}
    assert column("Bob", **asked) == [
        "begins",
        "waits for the lock",
        "reads a=0, b=1",
        "writes nothing",
        "commits",
        "committed",
    ]
    rows = column("Committed rows", **asked)
    assert rows == ["a=1, b=1"] * 5 + ["a=0, b=1"] * 4 + ["as if serial"]


@pytest.mark.parametrize(
    ("pair", "level", "locks", "why"),
    [
        ("On call", "serializable", False, "two rw edges meet"),
        ("Counter", "serializable", False, "the first committer wins"),
        ("Counter", "snapshot isolation", False, "the first committer wins"),
        ("Counter", "snapshot isolation", True, "changed since the snapshot"),
    ],
)
def test_who_is_refused_is_told_why_and_leaves_nothing(
    pair: Pair, level: Level, locks: bool, why: str
) -> None:
    asked = {"pair": pair, "level": level, "reads_lock": locks}
    told = column("Bob", **asked, schedule=17)
    assert told[-2:] == [f"refused: {why}", "REFUSED"]
    rows = column("Committed rows", **asked, schedule=17)
    assert rows[-2] == ("n=8" if pair == "Counter" else "a=0, b=1")
