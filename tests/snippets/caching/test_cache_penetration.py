import sqlite3
from collections.abc import Iterator

import pytest
from fakeredis import FakeRedis

from snippets.caching.cache_penetration import (
    ABSENT,
    BITS,
    HASHES,
    NAMES,
    places,
    queries,
)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE users (name TEXT PRIMARY KEY)")
    connection.execute("INSERT INTO users VALUES ('ada')")
    yield connection
    connection.close()


@pytest.fixture
def cache() -> FakeRedis:
    client = FakeRedis(decode_responses=True)
    client.flushdb()
    return client


@pytest.mark.parametrize("negative", [False, True])
def test_what_exists_is_queried_once(
    db: sqlite3.Connection, cache: FakeRedis, negative: bool
) -> None:
    assert [queries("ada", cache, db, negative) for _ in range(3)] == [1, 0, 0]
    assert cache.get("ada") == '["ada"]'


def test_an_absence_is_queried_each_time(
    db: sqlite3.Connection, cache: FakeRedis
) -> None:
    assert [queries("bob", cache, db, False) for _ in range(3)] == [1, 1, 1]
    assert cache.dbsize() == 0


def test_a_remembered_absence_is_queried_once_and_expires_soon(
    db: sqlite3.Connection, cache: FakeRedis
) -> None:
    assert [queries("bob", cache, db, True) for _ in range(3)] == [1, 0, 0]
    assert cache.get("bob") == "null"
    assert 0 < cache.ttl("bob") <= ABSENT


def test_a_remembered_absence_hides_who_signs_up_until_it_is_deleted(
    db: sqlite3.Connection, cache: FakeRedis
) -> None:
    queries("bob", cache, db, True)
    db.execute("INSERT INTO users VALUES ('bob')")
    assert queries("bob", cache, db, True) == 0
    assert cache.get("bob") == "null"
    cache.delete("bob")
    assert queries("bob", cache, db, True) == 1
    assert cache.get("bob") == '["bob"]'


def test_the_filter_knows_every_user_and_claims_few_others() -> None:
    known = {place for name in NAMES for place in places(name)}
    absent = [f"absent{n}" for n in range(20_000)]
    claimed = sum(known.issuperset(places(name)) for name in absent)
    # 16 bits per name and 11 hashes: 0.05 %, so 9 of 20,000.
    assert claimed <= 25


def test_a_name_has_its_places_within_the_filter() -> None:
    assert len(places("ada")) == HASHES
    assert all(0 <= place < BITS for place in places("ada"))
    assert places("ada") != places("bob")
