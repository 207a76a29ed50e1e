"""Atomicity: SQLite undoes a failed statement, the transaction is left to you.

Time: O(1) per transfer. Space: O(accounts).
Source: SQLite documentation, "The ON CONFLICT Clause", ABORT,
https://www.sqlite.org/lang_conflict.html
"""

import sqlite3


def bank(balances: dict[str, int]) -> sqlite3.Connection:
    """Accounts that may not be overdrawn."""
    # Statements alone begin and end transactions, as in other databases.
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute(
        "CREATE TABLE accounts (owner TEXT PRIMARY KEY,"
        " balance INTEGER NOT NULL CHECK (balance >= 0))"
    )
    database.executemany("INSERT INTO accounts VALUES (?, ?)", balances.items())
    return database


def transfer(
    database: sqlite3.Connection, amount: int, *, on_error: str
) -> int:
    """The sum of all balances after ada was to pay bob.

    After an error the transaction ends with `on_error`, a statement.
    """
    database.execute("BEGIN")
    change = "UPDATE accounts SET balance = balance + ? WHERE owner = ?"
    try:
        database.execute(change, (amount, "bob"))
        database.execute(change, (-amount, "ada"))
    except sqlite3.IntegrityError:
        database.execute(on_error)
    else:
        database.execute("COMMIT")
    [total] = database.execute("SELECT sum(balance) FROM accounts").fetchone()
    return int(total)


if __name__ == "__main__":
    for on_error in ["COMMIT", "ROLLBACK"]:
        database = bank({"ada": 200, "bob": 150})
        total = transfer(database, 300, on_error=on_error)
        balances = dict(database.execute("SELECT * FROM accounts"))
        print(f"error, then {on_error:8}  {balances}  sum {total}")
        database.close()
