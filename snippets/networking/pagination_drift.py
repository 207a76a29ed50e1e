"""Keyset pagination: a page begins after a row, not after a number of rows.

Assumed: 1,000 notes, newest first, seven per day, in pages of 50. Between
two pages five notes are added, or five of those already read are deleted.

Time: all pages by offset O(n^2), by keyset O(n log n). Space: O(n).
Source: SQLite, "Row Values", §3.1, https://www.sqlite.org/rowvalue.html
"""

import sqlite3
from itertools import count

ORDER = "ORDER BY day DESC, id DESC LIMIT 50"
PAGES = {
    "offset": f"WHERE visit() {ORDER} OFFSET :read",
    "keyset": f"WHERE (day, id) < (:day, :id) AND visit() {ORDER}",
    "day alone": f"WHERE day < :day AND visit() {ORDER}",
}
CHANGES = {
    "": "",
    "5 added": "INSERT INTO notes (day) VALUES (200),(200),(200),(200),(200)",
    "5 deleted": "DELETE FROM notes WHERE id IN "
    "(SELECT id FROM notes ORDER BY day DESC, id DESC LIMIT 5)",
}


def read_all(pages: str, change: str) -> list[int]:
    """Rows visited, notes shown twice, notes that were missed."""
    db = sqlite3.connect(":memory:")
    visited = count()
    db.create_function("visit", 0, lambda: next(visited) >= 0)
    db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, day INT)")
    db.execute("CREATE INDEX newest ON notes (day, id)")
    notes = [(number, number // 7) for number in range(1_000)]
    db.executemany("INSERT INTO notes VALUES (?, ?)", notes)
    page, shown = [(0, 200)] * 50, list[int]()
    while len(page) == 50:
        last = {"id": page[-1][0], "day": page[-1][1], "read": len(shown)}
        sql = f"SELECT id, day FROM notes {PAGES[pages]}"  # noqa: S608
        page = db.execute(sql, last).fetchall()
        shown += [number for number, _ in page]
        db.execute(CHANGES[change])
    missed = set(range(1_000)) - set(shown)
    return [next(visited), len(shown) - len(set(shown)), len(missed)]


if __name__ == "__main__":
    print("                      visited   twice  missed")
    for pages in PAGES:
        for change in CHANGES:
            visited, *wrong = read_all(pages, change)
            print(
                f"{pages:10}{change:10}{visited:9,}", *[f"{n:7}" for n in wrong]
            )
