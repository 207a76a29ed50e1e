import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from snippets.caching.price_at_checkout import (
    charge_cached,
    charge_if_unchanged,
    shop,
)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """The shop, closed after the test."""
    with closing(shop()) as opened:
        yield opened


def orders(database: sqlite3.Connection) -> list[int]:
    """The prices of the orders."""
    return [price for (price,) in database.execute("SELECT price FROM orders")]


def test_the_cached_price_is_still_charged_after_a_change(
    database: sqlite3.Connection,
) -> None:
    database.execute("UPDATE products SET price = 120")
    assert charge_cached(database, 100) == "ordered at 100"
    assert orders(database) == [100]


def test_the_cached_copy_still_sells_what_is_not_there(
    database: sqlite3.Connection,
) -> None:
    for _ in range(4):
        charge_cached(database, 100)
    assert len(orders(database)) == 4


def test_an_unchanged_price_is_charged_and_one_is_taken_from_stock(
    database: sqlite3.Connection,
) -> None:
    assert charge_if_unchanged(database, 100) == "ordered at 100"
    assert orders(database) == [100]
    assert database.execute("SELECT stock FROM products").fetchone() == (1,)


@pytest.mark.parametrize("price", [99, 120])
def test_a_changed_price_orders_nothing_and_says_the_new_one(
    database: sqlite3.Connection, price: int
) -> None:
    database.execute("UPDATE products SET price = ?", (price,))
    answer = charge_if_unchanged(database, 100)
    assert answer == f"ask the customer: now {price}, 2 in stock"
    assert orders(database) == []
    assert database.execute("SELECT stock FROM products").fetchone() == (2,)


def test_an_order_keeps_its_price_when_the_product_changes_later(
    database: sqlite3.Connection,
) -> None:
    charge_if_unchanged(database, 100)
    database.execute("UPDATE products SET price = 120")
    assert orders(database) == [100]


def test_what_is_sold_out_is_not_sold(database: sqlite3.Connection) -> None:
    answers = [charge_if_unchanged(database, 100) for _ in range(3)]
    assert answers[2] == "ask the customer: now 100, 0 in stock"
    assert len(orders(database)) == 2


def test_a_failed_order_takes_nothing_from_stock(
    database: sqlite3.Connection,
) -> None:
    database.execute("DROP TABLE orders")
    with pytest.raises(sqlite3.OperationalError):
        charge_if_unchanged(database, 100)
    assert database.execute("SELECT stock FROM products").fetchone() == (2,)


def test_no_transaction_stays_open(database: sqlite3.Connection) -> None:
    for seen in (100, 90, 100, 100):
        charge_if_unchanged(database, seen)
        assert not database.in_transaction
