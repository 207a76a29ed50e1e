"""Write-back with a log: acknowledged writes survive worker and application.

A batch and the worker's place in the log are committed together.

Time: O(1) per put; per batch a row per key. Space: O(records in the log).
Source: https://redis.io/docs/latest/develop/data-types/streams/
"""

import sqlite3
from contextlib import suppress
from typing import Any

from fakeredis import FakeRedis
from redis import Redis

SCHEMA = """CREATE TABLE users (id TEXT PRIMARY KEY, visits INTEGER);
    CREATE TABLE place (record TEXT); INSERT INTO place VALUES ('0-0')"""
MOVE = "UPDATE place SET record = ? WHERE record = ?"


def put(cache: Redis, key: str, value: int) -> None:
    """Return once entry and record are stored, with no command between."""
    with cache.pipeline(transaction=True) as both:
        both.set(key, value)
        both.xadd("log", {"key": key, "value": value})
        both.execute()


def read(cache: Redis, database: sqlite3.Connection) -> tuple[str, Any]:
    """The worker's place in the log, and the records after it."""
    (place,) = database.execute("SELECT record FROM place").fetchone()
    return place, cache.xrange("log", min=f"({place}")


def apply(database: sqlite3.Connection, place: str, records: Any) -> int:
    """Commit the last value of each key; there must be records."""
    latest = {fields["key"]: fields["value"] for _, fields in records}
    with database:
        if database.execute(MOVE, (records[-1][0], place)).rowcount == 0:
            raise RuntimeError(f"another worker went on from {place}")
        database.executemany("REPLACE INTO users VALUES (?, ?)", latest.items())
    return len(latest)


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    for visits in range(1000):
        put(cache, "user:1", visits)
    late_worker = read(cache, database)
    put(cache, "user:1", 1000)
    for refuses in [True, False]:
        database.execute(f"PRAGMA query_only = {refuses}")
        with suppress(sqlite3.OperationalError):
            print("rows of users:", apply(database, *read(cache, database)))
        print("waiting:", len(read(cache, database)[1]))
    with suppress(RuntimeError):
        apply(database, *late_worker)
    print("stored:", database.execute("SELECT * FROM users").fetchone())
