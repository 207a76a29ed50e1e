import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from fakeredis import FakeRedis

from snippets.caching.cache_aside import TTL_SECONDS, get, set_email


class Watching(FakeRedis):
    """Notes at each delete whether a transaction is open."""

    database: sqlite3.Connection
    open_at_delete: list[bool]

    def delete(self, *names: Any) -> Any:
        self.open_at_delete.append(self.database.in_transaction)
        return super().delete(*names)


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE users (id INTEGER, name, email)")
        connection.executescript("INSERT INTO users VALUES (1, 'ada', 'a@old')")
        yield connection


def test_a_miss_and_a_hit_give_the_same(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    ada = {"name": "ada", "email": "a@old"}
    assert get(cache, database, 1) == ada
    assert cache.exists("user:1")
    assert get(cache, database, 1) == ada


def test_a_hit_asks_no_database(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    first = get(cache, database, 1)
    database.execute("DROP TABLE users")
    assert get(cache, database, 1) == first


def test_an_entry_expires(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    get(cache, database, 1)
    assert cache.ttl("user:1") == TTL_SECONDS


def test_an_absent_row_is_asked_for_each_time(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    queries: list[str] = []
    database.set_trace_callback(queries.append)
    assert [get(cache, database, 404) for _ in range(3)] == [None] * 3
    assert len(queries) == 3
    assert not cache.exists("user:404")


def test_a_write_drops_the_entry_and_the_next_read_sees_it(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    get(cache, database, 1)
    set_email(cache, database, 1, "a@new")
    assert not cache.exists("user:1")
    assert get(cache, database, 1) == {"name": "ada", "email": "a@new"}


def test_a_write_is_committed_when_the_entry_is_deleted(
    database: sqlite3.Connection,
) -> None:
    cache = Watching(decode_responses=True)
    cache.database, cache.open_at_delete = database, []
    set_email(cache, database, 1, "a@new")
    assert cache.open_at_delete == [False]


def test_a_write_that_fails_keeps_the_entry(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    get(cache, database, 1)
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError):
        set_email(cache, database, 1, "a@new")
    assert cache.exists("user:1")
