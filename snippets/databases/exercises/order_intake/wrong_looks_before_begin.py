"""A look before BEGIN is old by then."""

import sqlite3
from collections.abc import Callable

TABLES = """
CREATE TABLE stock (
    product TEXT PRIMARY KEY, pieces INTEGER NOT NULL, cents INTEGER NOT NULL
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY, request TEXT NOT NULL UNIQUE,
    product TEXT NOT NULL, pieces INTEGER NOT NULL
);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, cents INTEGER NOT NULL
);
"""


def place(
    database: sqlite3.Connection, request: str, product: str, pieces: int
) -> int:
    """Store an order and the intention to charge it; the order's id.

    `request` is the client's number for it, the same at each try. A request
    that was stored before stores nothing and gets the same id. Raises
    ValueError if there are too few pieces; then nothing has changed.
    """
    found = database.execute(
        "SELECT id FROM orders WHERE request = ?", (request,)
    ).fetchone()
    try:
        database.execute("BEGIN IMMEDIATE")
        if found is None:
            taken = database.execute(
                "UPDATE stock SET pieces = pieces - ?1"
                " WHERE product = ?2 AND pieces >= ?1 RETURNING cents",
                (pieces, product),
            ).fetchone()
            if taken is None:
                raise ValueError(f"no {pieces} pieces of {product}")
            found = database.execute(
                "INSERT INTO orders (request, product, pieces)"
                " VALUES (?, ?, ?) RETURNING id",
                (request, product, pieces),
            ).fetchone()
            database.execute(
                "INSERT INTO outbox (order_id, cents) VALUES (?, ?)",
                (found[0], pieces * taken[0]),
            )
        database.execute("COMMIT")
    except BaseException:
        database.rollback()
        raise
    return int(found[0])


def relay(
    database: sqlite3.Connection, charge: Callable[[str, int], None]
) -> None:
    """Charge what is in the outbox, once per order, and take it out.

    `charge(key, cents)` asks the provider, who does the work of a key once
    and may take seconds. Whatever it raises, nothing is known.
    """
    rows = database.execute("SELECT * FROM outbox").fetchall()
    for row, order, cents in rows:
        charge(f"order:{order}", cents)
        database.execute("DELETE FROM outbox WHERE id = ?", (row,))
