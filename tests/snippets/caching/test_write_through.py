import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from fakeredis import FakeRedis

from snippets.caching.write_through import TABLE, WriteThroughUsers


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(TABLE)
        connection.executescript("INSERT INTO users VALUES (1, 'a@old', 500)")
        yield connection


def test_a_write_is_in_both_before_it_returns(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    WriteThroughUsers(cache, database).put(1, "email", "a@new")
    assert not database.in_transaction
    assert database.execute("SELECT email FROM users").fetchone() == ("a@new",)
    assert json.loads(str(cache.get("user:1"))) == {
        "email": "a@new",
        "balance": 500,
    }


def test_a_refused_write_changes_neither(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    users = WriteThroughUsers(cache, database)
    before = users.get(1)
    with pytest.raises(sqlite3.IntegrityError):
        users.put(1, "balance", -1)
    assert users.get(1) == before
    assert database.execute("SELECT balance FROM users").fetchone() == (500,)


def test_a_miss_is_loaded_by_the_cache(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    users = WriteThroughUsers(cache, database)
    first = users.get(1)
    database.execute("DROP TABLE users")
    assert users.get(1) == first


def test_a_crash_between_the_steps_is_served_until_the_entry_expires(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    users = WriteThroughUsers(cache, database)
    before = users.get(1)
    database.executescript("UPDATE users SET balance = 400")
    assert users.get(1) == before
    assert cache.ttl("user:1") == 3600


def test_an_unknown_column_is_refused(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    with pytest.raises(AssertionError, match="id"):
        WriteThroughUsers(cache, database).put(1, "id", 2)
