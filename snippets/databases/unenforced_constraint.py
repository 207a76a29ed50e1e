"""Declared constraint: it holds where it is enforced, as far as it says.

Time: O(log n) per checked key. Space: O(1).
Source: SQLite documentation, "SQLite Foreign Key Support", section 2,
https://www.sqlite.org/foreignkeys.html
"""

import sqlite3

SCHEMA = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer INTEGER REFERENCES customers,
    total INTEGER CHECK (total >= 0)
);
INSERT INTO customers VALUES (1, 'ada@example.com');
"""
ROWS = {
    "customer 7, who is not there": "INSERT INTO orders VALUES (1, 7, 10)",
    "total -1": "INSERT INTO orders VALUES (2, 1, -1)",
    "total NULL": "INSERT INTO orders VALUES (3, 1, NULL)",
    "customer NULL": "INSERT INTO orders VALUES (4, NULL, 10)",
    "a second e-mail NULL": "INSERT INTO customers VALUES (2, NULL), (3, NULL)",
}


def answers(before: str) -> dict[str, str]:
    """What SQLite says to each row, after a statement of the connection."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    database.executescript(before)
    said = {}
    for name, insert in ROWS.items():
        try:
            database.execute(insert)
        except sqlite3.IntegrityError:
            said[name] = "refused"
        else:
            said[name] = "stored"
    orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    said["orphans found by a check"] = str(len(orphans))
    database.close()
    return said


if __name__ == "__main__":
    default = answers("")
    late = answers("BEGIN; PRAGMA foreign_keys = ON")
    on = answers("PRAGMA foreign_keys = ON")
    print(f"{'foreign_keys':30} {'default':8} {'too late':8} on")
    for row in default:
        print(f"{row:30} {default[row]:8} {late[row]:8} {on[row]}")
