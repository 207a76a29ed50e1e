import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from fakeredis import FakeRedis
from redis import ResponseError

from snippets.caching.write_back_log import SCHEMA, apply, put, read


class Noting(FakeRedis):
    """Notes for each pipeline whether it is a transaction."""

    transactions: list[bool]

    def pipeline(self, transaction: bool = True, *args: Any) -> Any:
        self.transactions.append(transaction)
        return super().pipeline(transaction, *args)


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        yield connection


def rows(database: sqlite3.Connection) -> dict[str, int]:
    return dict(database.execute("SELECT id, visits FROM users"))


def test_a_write_is_in_the_cache_and_in_the_log(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    put(cache, "user:1", 0)
    assert cache.get("user:1") == "0"
    [(_, record)] = read(cache, database)[1]
    assert record == {"key": "user:1", "value": "0"}


def test_no_command_runs_between_entry_and_record() -> None:
    cache = Noting(decode_responses=True)
    cache.transactions = []
    put(cache, "user:1", 0)
    assert cache.transactions == [True]


def test_redis_undoes_no_entry_whose_record_failed(cache: FakeRedis) -> None:
    cache.set("log", "no stream")
    with pytest.raises(ResponseError):
        put(cache, "user:1", 5)
    assert cache.get("user:1") == "5"


def test_the_last_value_of_each_key_takes_one_row(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    for visits in range(100):
        put(cache, "user:1", visits)
    put(cache, "user:2", 7)
    assert apply(database, *read(cache, database)) == 2
    assert rows(database) == {"user:1": 99, "user:2": 7}
    assert read(cache, database)[1] == []


def test_a_refused_batch_is_read_again_whole(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    put(cache, "user:1", 1)
    put(cache, "user:2", 1)
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError):
        apply(database, *read(cache, database))
    database.execute("PRAGMA query_only = OFF")
    assert apply(database, *read(cache, database)) == 2
    assert rows(database) == {"user:1": 1, "user:2": 1}


def test_a_failure_in_the_middle_of_a_batch_leaves_the_place(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    put(cache, "user:1", 1)
    place, records = read(cache, database)
    database.execute("DROP TABLE users")
    with pytest.raises(sqlite3.OperationalError):
        apply(database, place, records)
    assert read(cache, database) == (place, records)


def test_a_late_worker_changes_nothing(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    put(cache, "user:1", 1)
    late = read(cache, database)
    put(cache, "user:1", 2)
    apply(database, *read(cache, database))
    with pytest.raises(RuntimeError, match="0-0"):
        apply(database, *late)
    assert rows(database) == {"user:1": 2}
    assert read(cache, database)[1] == []
