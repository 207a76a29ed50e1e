"""Write-through: the cache takes each write and passes it on before it answers.

Its one owner, here one thread, takes a write at a time: database first, then
the entry, from the row that was stored. What is left: a crash between the two.

Time: O(columns) per write, the database included. Space: O(entries).
Source: Oracle Coherence 26.1, "Caching Data Sources", Write-Through Caching,
https://docs.oracle.com/en/middleware/standalone/coherence/26.1.0/
"""

import json
import sqlite3

from fakeredis import FakeRedis
from redis import Redis

TABLE = "CREATE TABLE users (id, email, balance CHECK (balance >= 0))"
COLUMNS = ("email", "balance")


class WriteThroughUsers:
    """The only way to the users, for readers and for writers."""

    def __init__(self, cache: Redis, database: sqlite3.Connection) -> None:
        self._cache, self._database = cache, database

    def get(self, user: int) -> str:
        """The user as JSON; the row must exist."""
        held = self._cache.get(f"user:{user}")
        return self._store(user) if held is None else str(held)

    def put(self, user: int, column: str, value: object) -> None:
        """Change a column of a row that exists; IntegrityError if refused."""
        assert column in COLUMNS, column
        change = f"UPDATE users SET {column} = ? WHERE id = ?"  # noqa: S608
        with self._database:
            self._database.execute(change, (value, user))
        self._store(user)

    def _store(self, user: int) -> str:
        select = "SELECT email, balance FROM users WHERE id = ?"
        row = self._database.execute(select, (user,)).fetchone()
        text = json.dumps(dict(zip(COLUMNS, row, strict=True)))
        self._cache.set(f"user:{user}", text, ex=3600)  # bounds a mistake
        return text


if __name__ == "__main__":
    database = sqlite3.connect(":memory:")
    database.execute(TABLE)
    database.executescript("INSERT INTO users VALUES (1, 'a@old', 500)")
    users = WriteThroughUsers(FakeRedis(decode_responses=True), database)
    users.put(1, "email", "a@new")
    print("part of a user:", users.get(1))
    try:
        users.put(1, "balance", -50)
    except sqlite3.IntegrityError:
        print("refused:       ", users.get(1))
    database.executescript("UPDATE users SET balance = 400")  # crash
    print("after a crash: ", users.get(1), "- committed: 400")
