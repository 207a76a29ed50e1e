"""Price at checkout: charge what the database says, or ask the customer.

DELIBERATELY WRONG: `charge_cached`. A cached price is what somebody was shown;
between the cart and the order it may have changed.

Time: O(1) per order. Space: O(1).
Source: SQLite, "Transactions", section 2.2 (BEGIN IMMEDIATE),
https://www.sqlite.org/lang_transaction.html
"""

import sqlite3
from contextlib import closing


def shop() -> sqlite3.Connection:
    """A database with one product, of 100, of which two are in stock."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("CREATE TABLE products (id TEXT, price INT, stock INT)")
    database.execute("CREATE TABLE orders (product TEXT, price INT)")
    database.execute("INSERT INTO products VALUES ('mug', 100, 2)")
    return database


def charge_cached(database: sqlite3.Connection, seen: int) -> str:
    """WRONG: the order takes over the cached price that the cart showed."""
    database.execute("INSERT INTO orders VALUES ('mug', ?)", (seen,))
    return f"ordered at {seen}"


def charge_if_unchanged(database: sqlite3.Connection, seen: int) -> str:
    """Order only at the price that was shown and only what is in stock."""
    with database:  # commits at its end, or rolls back
        database.execute("BEGIN IMMEDIATE")  # no other writer until then
        taken = database.execute(
            "UPDATE products SET stock = stock - 1"
            " WHERE id = 'mug' AND price = ? AND stock > 0",
            (seen,),
        )
        if taken.rowcount == 1:  # the order keeps the price it was made at
            database.execute("INSERT INTO orders VALUES ('mug', ?)", (seen,))
    if taken.rowcount == 1:
        return f"ordered at {seen}"
    query = "SELECT price, stock FROM products WHERE id = 'mug'"
    price, stock = database.execute(query).fetchone()
    return f"ask the customer: now {price}, {stock} in stock"


if __name__ == "__main__":
    for checkout in [charge_cached, charge_if_unchanged]:
        print(f"{checkout.__name__}, the page shows 100")
        with closing(shop()) as database:
            print(f"  price is 100:     {checkout(database, 100)}")
            database.execute("UPDATE products SET price = 120")
            print(f"  price is 120:     {checkout(database, 100)}")
            print(f"  page shows 120:   {checkout(database, 120)}")
            print(f"  one more:         {checkout(database, 120)}")
