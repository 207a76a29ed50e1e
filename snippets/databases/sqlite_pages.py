"""Pages of a file: how full they are, and that a delete gives none back.

Time: O(log n) per insert. Space: pages of 4,096 bytes; free ones stay.
Source: SQLite, "Database File Format", "The Freelist",
https://www.sqlite.org/fileformat2.html; "VACUUM",
https://www.sqlite.org/lang_vacuum.html
"""

import sqlite3
from random import Random

ROWS = 20_000


def pages(database: sqlite3.Connection) -> tuple[int, int]:
    """All pages of the file, and those of them that nothing uses."""
    [count] = database.execute("PRAGMA page_count").fetchone()
    [free] = database.execute("PRAGMA freelist_count").fetchone()
    return count, free


def filled(keys: list[int]) -> sqlite3.Connection:
    """A table whose rows, 100 letters each, come in the order of `keys`."""
    database = sqlite3.connect(":memory:")
    database.execute("PRAGMA page_size = 4096")
    database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
    rows = ((key, "x" * 100) for key in keys)
    database.executemany("INSERT INTO users VALUES (?, ?)", rows)
    database.commit()
    return database


if __name__ == "__main__":
    database = filled(Random(1).sample(range(ROWS), ROWS))
    steps = [("ascending", filled(list(range(ROWS)))), ("random", database)]
    print("                 pages  free")
    for keys, table in steps:
        print("{:15}{:7}{:6}".format(f"{keys} keys", *pages(table)))
    for statement in (
        "DELETE FROM users WHERE id % 2 = 0",
        "DELETE FROM users WHERE id < 10000",
        "VACUUM",
    ):
        database.execute(statement)
        database.commit()
        what = statement.replace("DELETE FROM users WHERE", "delete")
        print("{:15}{:7}{:6}".format(what, *pages(database)))
