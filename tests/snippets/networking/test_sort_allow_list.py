import sqlite3
from urllib.parse import quote

import pytest

from snippets.networking.sort_allow_list import LEAK, SCHEMA, listed, spliced


@pytest.fixture
def db() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    return db


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["plan", "eggs", "milk"]),
        ("sort=day", ["plan", "eggs", "milk"]),
        ("sort=-day", ["milk", "eggs", "plan"]),
        ("sort=title", ["eggs", "milk", "plan"]),
        ("sort=title&tag=home", ["eggs", "milk"]),
        ("tag=home&since=3", ["milk"]),
        ("tag=nobody", []),
    ],
)
def test_sorts_and_filters_by_listed_names(
    db: sqlite3.Connection, query: str, titles: list[str]
) -> None:
    assert listed(db, query) == titles


@pytest.mark.parametrize(
    "query",
    [
        *("sort=id", "sort=title--", "sort=day,title", "sort=DAY", "tga=home"),
        f"sort={quote(LEAK.format(1, 'c'))}",
    ],
)
def test_a_name_that_is_not_listed_is_refused(
    db: sqlite3.Connection, query: str
) -> None:
    with pytest.raises(ValueError, match="400"):
        listed(db, query)


@pytest.mark.parametrize("value", ["' OR 1 --", "home' OR 'a'='a", "\\"])
def test_a_value_is_only_a_value(db: sqlite3.Connection, value: str) -> None:
    assert listed(db, f"tag={quote(value)}") == []


@pytest.mark.parametrize(("digit", "first"), [("c", "milk"), ("d", "plan")])
def test_the_spliced_order_tells_a_digit_of_the_token(
    db: sqlite3.Connection, digit: str, first: str
) -> None:
    query = f"sort={quote(LEAK.format(1, digit))}"
    assert spliced(db, query)[0] == first


def test_a_bound_name_is_a_constant_and_sorts_nothing(
    db: sqlite3.Connection,
) -> None:
    sql = "SELECT title FROM notes ORDER BY ?"
    by_title = [title for (title,) in db.execute(sql, ["title"])]
    by_day = [title for (title,) in db.execute(sql, ["day"])]
    assert by_title == by_day
    assert by_title != sorted(by_title)


def test_one_statement_per_call_does_not_stop_it(
    db: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.Error, match="one statement"):
        spliced(db, "sort=" + quote("day; DROP TABLE notes"))
