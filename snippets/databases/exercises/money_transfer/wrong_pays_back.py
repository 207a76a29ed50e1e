"""After a power cut nobody pays back."""

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
    taken = database.execute(
        "UPDATE accounts SET balance = balance - :amount"
        " WHERE owner = :payer AND balance >= :amount",
        {"amount": amount, "payer": payer},
    )
    if taken.rowcount != 1:
        raise ValueError(f"{payer} has no {amount} to pay")
    change = "UPDATE accounts SET balance = balance + ? WHERE owner = ?"
    try:
        given = database.execute(change, (amount, payee))
        if given.rowcount != 1:
            raise ValueError(f"{payee} has no account")
    except BaseException:
        database.execute(change, (amount, payer))
        raise
