import pytest

from snippets.databases.schedule_counts import LEVELS
from snippets.databases.schedule_counts import simulate as counts
from snippets.databases.schedule_replay import Level, Pair, simulate
from snippets.databases.schedule_steps import Database, schedule


@pytest.mark.parametrize("pair", ["On call", "Counter", "Report", "Booking"])
@pytest.mark.parametrize("locks", [False, True])
def test_as_many_break_as_are_counted(pair: Pair, locks: bool) -> None:
    levels: list[Level] = [
        "read committed",
        "snapshot isolation",
        "serializable",
    ]
    assert levels == LEVELS
    broken = []
    for level in levels:
        tables = [simulate(pair, level, locks, n) for n in range(1, 71)]
        ends = [str(table["Committed rows"][-1]) for table in tables]
        broken.append(sum(end.startswith("BROKEN") for end in ends))
    assert broken == counts(pair, locks)["broken"]


@pytest.mark.parametrize("number", [1, 16, 17, 40, 70])
def test_the_numbers_and_ends_are_those_of_the_page(number: int) -> None:
    database = Database("serializable")
    told = [database.take(me, step) for me, step in schedule(number)]
    table = simulate(level="serializable", schedule=number)
    refused = "REFUSED" in (table["Ada"][-1], table["Bob"][-1])
    assert refused == ("40001" in told)
