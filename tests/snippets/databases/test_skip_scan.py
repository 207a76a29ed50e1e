import sqlite3

import pytest

from snippets.databases.skip_scan import people, plan


def steps(database: sqlite3.Connection) -> int:
    """Instructions of SQLite's virtual machine for the look-up."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    query = "SELECT note FROM people WHERE first_name = 17"
    database.set_progress_handler(step, 1)
    database.execute(query).fetchall()
    database.set_progress_handler(None, 0)
    return count


def test_without_statistics_sqlite_reads_the_table() -> None:
    assert plan(people(10)) == "SCAN people"


def test_with_few_leading_values_it_skips_and_takes_fewer_steps() -> None:
    database = people(10)
    before = steps(database)
    database.execute("ANALYZE")
    assert "ANY(last_name) AND first_name=?" in plan(database)
    assert steps(database) * 20 < before


@pytest.mark.parametrize("last_names", [5_000, 10_000])
def test_with_many_leading_values_it_does_not(last_names: int) -> None:
    database = people(last_names)
    database.execute("ANALYZE")
    assert plan(database) == "SCAN people"
