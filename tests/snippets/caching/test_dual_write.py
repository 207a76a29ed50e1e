import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from fakeredis import FakeRedis

from snippets.caching.dual_write import TABLE, stored, update


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(TABLE)
        connection.executescript(
            "INSERT INTO users VALUES (1, 'ada', 'a@old', 500)"
        )
        yield connection


def cached(cache: FakeRedis) -> object:
    return json.loads(str(cache.get("user:1")))


def test_a_partial_update_still_drops_the_other_fields_from_the_cache(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    update(cache, database, 1, {"email": "a@new"})
    assert stored(database, 1) == {
        "name": "ada",
        "email": "a@new",
        "balance": 500,
    }
    assert cached(cache) == {"email": "a@new"}


def test_a_refused_write_is_still_served(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        update(cache, database, 1, {"balance": -1})
    assert stored(database, 1)["balance"] == 500
    assert cached(cache) == {"balance": -1}


def test_a_balance_of_nothing_is_accepted(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    update(cache, database, 1, {"balance": 0})
    assert not database.in_transaction
    assert stored(database, 1)["balance"] == 0


def test_an_unknown_column_is_refused(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    with pytest.raises(AssertionError, match="id = 2 --"):
        update(cache, database, 1, {"id = 2 --": 0})
