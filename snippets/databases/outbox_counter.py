"""Outbox: a count kept by events, late but right, however often they come.

Time: O(1) per event. Space: O(events not yet deleted).
Source: Richardson, Pattern: Transactional outbox,
https://microservices.io/patterns/data/transactional-outbox.html
"""

import sqlite3

TABLES = """
CREATE TABLE posts (id INTEGER PRIMARY KEY, author TEXT NOT NULL);
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY, author TEXT NOT NULL, change INTEGER NOT NULL
);
CREATE TABLE counts (author TEXT PRIMARY KEY, post_count INTEGER NOT NULL);
CREATE TABLE consumed (position INTEGER PRIMARY KEY);
"""
type Event = tuple[int, str, int]


def publish(database: sqlite3.Connection, author: str) -> None:
    """Store a post and its event: both or none."""
    with database:  # a transaction
        database.execute("INSERT INTO posts (author) VALUES (?)", (author,))
        event = "INSERT INTO outbox (author, change) VALUES (?, 1)"
        database.execute(event, (author,))


def consume(
    database: sqlite3.Connection, events: list[Event], *, remember: bool
) -> None:
    """Apply events; if `remember`, each at most once."""
    count = (
        "INSERT INTO counts VALUES (?, ?) ON CONFLICT (author)"
        " DO UPDATE SET post_count = post_count + excluded.post_count"
    )
    seen = "INSERT INTO consumed VALUES (?) ON CONFLICT DO NOTHING"
    for position, author, change in events:
        with database:  # all of it or nothing
            new = database.execute(seen, (position,)).rowcount
            if new or not remember:
                database.execute(count, (author, change))


if __name__ == "__main__":
    for remember in [False, True]:
        database = sqlite3.connect(":memory:")
        database.executescript(TABLES)
        for author in ["ada", "ada", "bob"]:
            publish(database, author)
        print(f"remember what was consumed: {remember}")
        show = "SELECT author, post_count FROM counts ORDER BY author"
        events = database.execute("SELECT * FROM outbox").fetchall()
        print("  posts are stored  ", dict(database.execute(show)))
        for delivery in ["delivered once", "delivered twice"]:
            consume(database, events, remember=remember)
            print(f"  {delivery:18}", dict(database.execute(show)))
        database.close()
