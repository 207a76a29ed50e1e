"""Allow-list: a name in a request chooses a query, and is never part of one.

Time: O(n log n) per list. Space: O(n).
Source: OWASP, SQL Injection Prevention, "Allow-list Input Validation",
https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html
"""

import sqlite3
from urllib.parse import parse_qsl, quote

ORDERS = {"day": "day, id", "-day": "day DESC, id DESC", "title": "title, id"}
FILTERS = {"tag": "tag = ?", "since": "day >= ?"}
SCHEMA = """CREATE TABLE notes (id INTEGER PRIMARY KEY, title, tag, day INT);
    INSERT INTO notes VALUES
        (1, 'milk', 'home', 3), (2, 'plan', 'work', 1), (3, 'eggs', 'home', 2);
    CREATE TABLE users (name, token);
    INSERT INTO users VALUES ('bob', 'c0ffee17');"""
LEAK = (
    "CASE (SELECT substr(token, {}, 1) FROM users WHERE name = 'bob') "
    "WHEN '{}' THEN -day ELSE day END"
)


def spliced(db: sqlite3.Connection, query: str) -> list[str]:
    """WRONG: the titles, in an order that is put into the statement as is."""
    order = dict(parse_qsl(query))["sort"]
    rows = db.execute(f"SELECT title FROM notes ORDER BY {order}")  # noqa: S608
    return [title for (title,) in rows]


def listed(db: sqlite3.Connection, query: str) -> list[str]:
    """The titles; a ValueError, so status 400, for a name not listed."""
    given = dict(parse_qsl(query))
    order = given.pop("sort", "day")
    if order not in ORDERS or not given.keys() <= FILTERS.keys():
        raise ValueError(f"400: {query[:25]} is not sort or filter of notes")
    where = " AND ".join(["true", *(FILTERS[name] for name in given)])
    sql = f"SELECT title FROM notes WHERE {where} ORDER BY "  # noqa: S608
    rows = db.execute(sql + ORDERS[order], [*given.values()])
    return [title for (title,) in rows]


if __name__ == "__main__":
    db, token, lists = sqlite3.connect(":memory:"), "", 0
    db.executescript(SCHEMA)
    while len(token) < 8:
        for digit in "0123456789abcdef":
            leak = f"sort={quote(LEAK.format(len(token) + 1, digit))}"
            lists += 1
            if spliced(db, leak)[0] == "milk":  # not the order by day
                token += digit
                break
    print(f"spliced: {lists} sorted lists of notes tell bob's token, {token}")
    for query in ("sort=-day&tag=home", "tag=' OR 1 --", leak, "tga=home"):
        try:
            print("listed: ", query, listed(db, query))
        except ValueError as refused:
            print("listed: ", refused)
