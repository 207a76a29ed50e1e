"""What was read before BEGIN may be out of date."""

import sqlite3


def bank(balances: dict[str, int]) -> sqlite3.Connection:
    """Accounts in cents, in a table that checks nothing."""
    # Statements alone begin and end transactions, as in other databases.
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute(
        "CREATE TABLE accounts (owner TEXT PRIMARY KEY, balance INTEGER)"
    )
    database.executemany("INSERT INTO accounts VALUES (?, ?)", balances.items())
    return database


def transfer(
    database: sqlite3.Connection, payer: str, payee: str, amount: int
) -> None:
    """Move the amount from one account to another.

    Raises ValueError if the amount is not above 0, if payer and payee are the
    same, if one of them has no account, and if the payer has less than the
    amount. After any error nothing has changed and no transaction is open.
    """
    if amount <= 0 or payer == payee:
        raise ValueError(f"{amount} from {payer} to {payee} is no transfer")
    found = dict(database.execute("SELECT owner, balance FROM accounts"))
    if payee not in found or found.get(payer, 0) < amount:
        raise ValueError(f"{payer} can't pay {amount} to {payee}")
    database.execute("BEGIN IMMEDIATE")
    try:
        change = "UPDATE accounts SET balance = balance + ? WHERE owner = ?"
        database.execute(change, (-amount, payer))
        database.execute(change, (amount, payee))
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
