import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from fakeredis import FakeRedis

from snippets.caching.write_around import Orders


@pytest.fixture
def cache() -> FakeRedis:
    return FakeRedis(decode_responses=True)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        yield connection


@pytest.mark.parametrize(
    ("policy", "entries"), [("through", 3), ("around", 0), ("delete", 0)]
)
def test_only_through_fills_the_cache_with_what_nobody_read(
    cache: FakeRedis, database: sqlite3.Connection, policy: str, entries: int
) -> None:
    orders = Orders(cache, database, policy)
    for order in range(3):
        orders.write(order, "open")
        assert not database.in_transaction
    assert cache.dbsize() == entries


@pytest.mark.parametrize(
    ("policy", "misses"), [("through", 0), ("around", 1), ("delete", 1)]
)
def test_the_first_read_misses_unless_the_write_went_through(
    cache: FakeRedis, database: sqlite3.Connection, policy: str, misses: int
) -> None:
    orders = Orders(cache, database, policy)
    orders.write(1, "open")
    assert [orders.read(1), orders.read(1)] == ["open", "open"]
    assert orders.misses == misses


@pytest.mark.parametrize(
    ("policy", "seen"),
    [("through", "paid"), ("around", "open"), ("delete", "paid")],
)
def test_a_write_around_a_held_entry_is_not_seen(
    cache: FakeRedis, database: sqlite3.Connection, policy: str, seen: str
) -> None:
    orders = Orders(cache, database, policy)
    orders.write(1, "open")
    orders.read(1)
    orders.write(1, "paid")
    assert orders.read(1) == seen


@pytest.mark.parametrize("policy", ["through", "around"])
def test_an_entry_expires_whether_a_write_or_a_read_stored_it(
    cache: FakeRedis, database: sqlite3.Connection, policy: str
) -> None:
    orders = Orders(cache, database, policy)
    orders.write(1, "open")
    orders.read(1)
    assert cache.ttl("order:1") == 3600


def test_an_empty_state_is_a_hit(
    cache: FakeRedis, database: sqlite3.Connection
) -> None:
    orders = Orders(cache, database, "around")
    orders.write(1, "")
    assert [orders.read(1), orders.read(1)] == ["", ""]
    assert orders.misses == 1
