"""The cache holds the older of two values."""

import json
import sqlite3

from redis import Redis

COLUMNS = ("email", "balance")


class Users:
    """Users from the cache, else from the database."""

    def __init__(self, cache: Redis, database: sqlite3.Connection) -> None:
        self.cache = cache
        self.database = database

    def get(self, user: int) -> dict[str, object]:
        """The user, whose row must exist. This part is right."""
        held = self.cache.get(f"user:{user}")
        if held is None:
            row = self.database.execute(
                "SELECT email, balance FROM users WHERE id = ?", (user,)
            ).fetchone()
            held = json.dumps(dict(zip(COLUMNS, row, strict=True)))
            self.cache.set(f"user:{user}", held, ex=3600)
        found: dict[str, object] = json.loads(held)
        return found

    def update(self, user: int, changes: dict[str, object]) -> None:
        """Change some columns; raises IntegrityError if a value is refused."""
        with self.database:
            for column, value in changes.items():
                self._write(user, column, value)
        row = self.database.execute(
            "SELECT email, balance FROM users WHERE id = ?", (user,)
        ).fetchone()
        whole = json.dumps(dict(zip(COLUMNS, row, strict=True)))
        with self.cache.pipeline(transaction=True) as pipe:
            pipe.set(f"user:{user}", whole, ex=3600)
            pipe.execute()

    def _write(self, user: int, column: str, value: object) -> None:
        if column not in COLUMNS:
            raise ValueError(f"no column {column!r}")
        self.database.execute(
            f"UPDATE users SET {column} = ? WHERE id = ?",  # noqa: S608
            (value, user),
        )
