"""Cache-aside: the application asks the cache, loads a miss, deletes on write.

A write commits in the database first, then deletes the entry instead of setting
it: whichever delete comes last, the next reader loads what was committed.

Time: O(1) cache commands per request. Space: O(entries) until they expire.
Source: R. Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section
2, https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

import json
import sqlite3

from fakeredis import FakeRedis
from redis import Redis

TTL_SECONDS = 3600  # how long a missed delete can last
type User = dict[str, str]


def get(cache: Redis, database: sqlite3.Connection, user: int) -> User | None:
    """The user, or None if there is none, which is not cached."""
    held = cache.get(f"user:{user}")
    if held is not None:
        found: User = json.loads(held)
        return found
    row = database.execute(
        "SELECT name, email FROM users WHERE id = ?", (user,)
    ).fetchone()
    if row is None:
        return None
    loaded = {"name": row[0], "email": row[1]}
    cache.set(f"user:{user}", json.dumps(loaded), ex=TTL_SECONDS)
    return loaded


def set_email(
    cache: Redis, database: sqlite3.Connection, user: int, email: str
) -> None:
    """Commit, then let the next reader load the whole row."""
    with database:
        database.execute(
            "UPDATE users SET email = ? WHERE id = ?", (email, user)
        )
    cache.delete(f"user:{user}")


if __name__ == "__main__":
    cache = FakeRedis(decode_responses=True)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE users (id INTEGER, name TEXT, email TEXT)")
    database.executescript("INSERT INTO users VALUES (1, 'ada', 'a@old')")
    queries: list[str] = []
    database.set_trace_callback(queries.append)
    for label, user in [("at first", 1), ("changed", 1), ("absent", 404)]:
        if label == "changed":
            set_email(cache, database, 1, "a@new")
        queries.clear()
        answer = [get(cache, database, user) for _ in range(100)][-1]
        print(f"{label}: {answer}, queries for 100 gets: {len(queries)}")
