"""SQLite isolation: one writer at a time, and an error for an old snapshot.

Two connections take turns in one program. None waits, as the timeout is 0.
Time: O(n) for n statements. Space: O(pages changed) in the log.
Source: Isolation In SQLite, https://www.sqlite.org/isolation.html, and
SQLite Shared-Cache Mode, 2.2.1, https://www.sqlite.org/sharedcache.html
"""

import sqlite3
from tempfile import TemporaryDirectory

SETUP = """
    PRAGMA journal_mode = wal;
    CREATE TABLE doctors (name TEXT, on_call INTEGER);
    INSERT INTO doctors VALUES ('ada', 1), ('bob', 1);
"""
DIRTY_READ = """
    a: BEGIN
    a: UPDATE doctors SET on_call = 0 WHERE name = 'ada'
    b: SELECT sum(on_call) FROM doctors
    b: PRAGMA read_uncommitted = 1
    b: SELECT sum(on_call) FROM doctors
    a: ROLLBACK"""
WRITE_SKEW = """
    a: BEGIN
    b: BEGIN
    a: SELECT sum(on_call) FROM doctors
    b: SELECT sum(on_call) FROM doctors
    a: UPDATE doctors SET on_call = 0 WHERE name = 'ada'
    b: UPDATE doctors SET on_call = 0 WHERE name = 'bob'
    a: COMMIT
    b: UPDATE doctors SET on_call = 0 WHERE name = 'bob'
    b: ROLLBACK
    b: BEGIN IMMEDIATE
    b: SELECT sum(on_call) FROM doctors"""


def play(address: str, turns: str) -> list[str]:
    """Each statement with what it gets: a value, or an error's name."""
    a, b = (sqlite3.connect(address, timeout=0, uri=True) for _ in "ab")
    a.executescript(SETUP)
    told = []
    for who, _, statement in (
        t.partition(": ") for t in turns.split("\n    ")[1:]
    ):
        try:
            row = (a if who == "a" else b).execute(statement).fetchone()
            told.append(f"{who}: {statement:53}{row[0] if row else 'ok'}")
        except sqlite3.OperationalError as error:
            told.append(f"{who}: {statement:53}{error.sqlite_errorname}")
    a.close()
    b.close()
    return told


if __name__ == "__main__":
    print(*play("file:shop?mode=memory&cache=shared", DIRTY_READ), sep="\n")
    with TemporaryDirectory() as folder:
        print(*play(f"file:{folder}/shop.db", WRITE_SKEW), sep="\n")
