"""N+1 queries: a statement per row, where one or a few do for all rows.

Time: O(statements) round trips. Space: O(rows).
Source: https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing

CUSTOMERS, EACH = 100, {"customers": 1, "orders": 5, "addresses": 4}
JOIN = "SELECT * FROM customers LEFT JOIN orders USING (customer)"
type Ask = Callable[..., list[tuple[int, ...]]]


def lazy(ask: Ask) -> None:
    """Load each customer's orders when the page comes to them."""
    for customer, _ in ask("SELECT * FROM customers"):
        ask("SELECT * FROM orders WHERE customer = ?", customer)


def join(ask: Ask) -> None:
    """Load customers and orders by one statement."""
    ask(JOIN)


def two_lists(ask: Ask) -> None:
    """Load the addresses in the same statement as well."""
    ask(f"{JOIN} LEFT JOIN addresses USING (customer)")


def select_in(ask: Ask) -> None:
    """Load customers, then each list by one statement for all of them."""
    ids = [customer for customer, _ in ask("SELECT * FROM customers")]
    for table in ["orders", "addresses"]:
        query = f"SELECT * FROM {table} WHERE customer IN "  # noqa: S608
        ask(f"{query} ({', '.join('?' * len(ids))})", *ids)


def work(load: Callable[[Ask], None]) -> tuple[int, int]:
    """How many statements `load` sends, and how many rows it gets."""
    asked = []
    with closing(sqlite3.connect(":memory:")) as shop:
        for table, each in EACH.items():
            rows = [(n % CUSTOMERS, n) for n in range(CUSTOMERS * each)]
            shop.execute(f"CREATE TABLE {table} (customer, {table})")
            insert = f"INSERT INTO {table} VALUES (?, ?)"  # noqa: S608
            shop.executemany(insert, rows)

        def ask(query: str, *ids: int) -> list[tuple[int, ...]]:
            asked.append(len(found := shop.execute(query, ids).fetchall()))
            return found

        load(ask)
    return len(asked), sum(asked)


if __name__ == "__main__":
    for load in [lazy, join, two_lists, select_in]:
        print(f"{load.__name__:9}  queries and rows:", *work(load))
