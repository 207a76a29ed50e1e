"""A payment has one key, also after a day."""

import sqlite3
from typing import Protocol

DAY = 86_400  # seconds
TABLES = """
CREATE TABLE payments (
    key TEXT PRIMARY KEY, cents INTEGER NOT NULL, started INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'paid', 'declined'))
);
"""


class Bank(Protocol):
    """Both calls raise TimeoutError if no answer came, done or not."""

    def charge(self, key: str, cents: int) -> bool:
        """True if the card was charged, False if it was declined.

        The same key again is the same charge, until a day after the first.
        """

    def find(self, key: str) -> bool | None:
        """What `charge` has answered, or None if it was never asked.

        From the books, which are never forgotten.
        """


def pay(
    database: sqlite3.Connection, bank: Bank, key: str, cents: int, now: int
) -> str:
    """Charge once per key; "paid", "declined", or "open" if nobody knows.

    The client sends the same key until the answer is not "open", and maybe
    again. Raises ValueError if the key was used for another amount.
    """
    database.execute(
        "INSERT INTO payments VALUES (?, ?, ?, 'open') ON CONFLICT DO NOTHING",
        (key, cents, now),
    )
    amount, started, state = database.execute(
        "SELECT cents, started, state FROM payments WHERE key = ?", (key,)
    ).fetchone()
    if amount != cents:
        raise ValueError(f"{key} was used for {amount} cents")
    if state != "open":
        return str(state)
    try:
        late = now - started >= DAY
        charged = bank.find(key) if late else None
        if charged is None:
            charged = bank.charge(f"{key} late" if late else key, cents)
    except TimeoutError:
        return "open"
    state = "paid" if charged else "declined"
    database.execute(
        "UPDATE payments SET state = ? WHERE key = ?", (state, key)
    )
    return state
