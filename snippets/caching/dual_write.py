"""Dual write: what goes wrong when the application writes cache and database.

DELIBERATELY WRONG: the cache first, then the database, and nothing that ties
the two together. The database may still refuse what readers already see,
and a partial update replaces the whole cached object.

Time: O(fields) per update. Space: O(fields) per user.
Source: M. Kleppmann, "Using logs to build a solid data infrastructure (or: why
dual writes are a bad idea)", 2015,
https://martin.kleppmann.com/2015/05/27/logs-for-data-infrastructure.html
"""

import json
import sqlite3

from fakeredis import FakeRedis
from redis import Redis

TABLE = """CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT,
    email TEXT, balance INTEGER CHECK (balance >= 0))"""
COLUMNS = ("name", "email", "balance")
type Fields = dict[str, str | int]


def update(
    cache: Redis, database: sqlite3.Connection, user: int, changes: Fields
) -> None:
    """WRONG order, and WRONG content: `changes` may be a part of the user."""
    cache.set(f"user:{user}", json.dumps(changes))
    with database:
        for column, value in changes.items():
            assert column in COLUMNS, column
            database.execute(
                f"UPDATE users SET {column} = ? WHERE id = ?",  # noqa: S608
                (value, user),
            )


def stored(database: sqlite3.Connection, user: int) -> Fields:
    """The row as the database holds it."""
    row = database.execute(
        "SELECT name, email, balance FROM users WHERE id = ?", (user,)
    ).fetchone()
    return dict(zip(COLUMNS, row, strict=True))


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    database = sqlite3.connect(":memory:")
    database.execute(TABLE)
    database.executescript("INSERT INTO users VALUES (1, 'ada', 'a@old', 500)")
    updates: list[Fields] = [{"email": "a@new"}, {"balance": -50}]
    for changes in updates:
        try:
            update(cache, database, 1, changes)
            print(f"update {changes}: accepted")
        except sqlite3.IntegrityError as error:
            print(f"update {changes}: {error}")
        print("  database:", *stored(database, 1).values())
        print("  cache:   ", cache.get("user:1"))
