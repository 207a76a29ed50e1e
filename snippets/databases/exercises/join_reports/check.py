"""What each report promises, asked of several shops."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from random import Random

import pytest
from solution import PAID_ORDERS, REVENUE, WITHOUT_ORDER

type Rows = list[tuple[object, ...]]


@dataclass
class Shop:
    """Rows of the three tables."""

    customers: list[tuple[int, str]]
    orders: list[tuple[int, int | None, str, int]] = field(default_factory=list)
    items: list[tuple[int, str, int]] = field(default_factory=list)

    def ask(self, query: str) -> Counter[tuple[object, ...]]:
        """The rows of a query, in whatever order."""
        with closing(sqlite3.connect(":memory:")) as database:
            database.executescript(
                "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);"
                "CREATE TABLE orders (id INTEGER PRIMARY KEY,"
                " customer_id INTEGER, status TEXT, total INTEGER);"
                "CREATE TABLE order_items"
                " (order_id INTEGER, product TEXT, quantity INTEGER);"
            )
            insert = database.executemany
            insert("INSERT INTO customers VALUES (?, ?)", self.customers)
            insert("INSERT INTO orders VALUES (?, ?, ?, ?)", self.orders)
            insert("INSERT INTO order_items VALUES (?, ?, ?)", self.items)
            database.commit()
            database.execute("PRAGMA query_only = ON")
            try:
                found = database.execute(query).fetchall()
            except sqlite3.Error as error:
                pytest.fail(f"SQLite refuses the query: {error}.")
            except sqlite3.Warning as error:
                pytest.fail(f"One statement per report: {error}.")
        return Counter(found)

    def paid(self, customer: int) -> list[tuple[int, int]]:
        """Number and total of each order that the customer has paid."""
        return [
            (number, total)
            for number, whose, status, total in self.orders
            if whose == customer and status == "paid"
        ]

    def revenue(self) -> Counter[tuple[object, ...]]:
        """What the first report has to say."""
        rows: Rows = []
        for number, name in self.customers:
            paid = dict(self.paid(number))
            pieces = sum(
                quantity for order, _, quantity in self.items if order in paid
            )
            rows.append((number, name, sum(paid.values()), pieces))
        return Counter(rows)

    def without_order(self) -> Counter[tuple[object, ...]]:
        """What the second report has to say."""
        buyers = {whose for _, whose, _, _ in self.orders}
        return Counter(row for row in self.customers if row[0] not in buyers)

    def paid_orders(self) -> Counter[tuple[object, ...]]:
        """What the third report has to say."""
        rows: Rows = []
        for number, name in self.customers:
            numbers = [order for order, _ in self.paid(number)]
            rows += [(name, order) for order in numbers or (None,)]
        return Counter(rows)


CUSTOMERS = [(1, "ada"), (2, "bob")]
ITEMS = [(101, "mug", 2), (102, "pen", 1)]
SMALL = Shop(CUSTOMERS, [(101, 1, "paid", 2000), (102, 2, "paid", 550)], ITEMS)
TWO_ITEMS = Shop(CUSTOMERS, SMALL.orders, [*ITEMS, (101, "tea", 1)])
EQUAL_TOTALS = Shop(
    [(1, "ada")],
    [(101, 1, "paid", 550), (102, 1, "paid", 550)],
    [(101, "pen", 1), (101, "tea", 1), (102, "pen", 1)],
)
EQUAL_QUANTITIES = Shop(
    [(1, "ada")], [(101, 1, "paid", 900)], [(101, "mug", 2), (101, "tea", 2)]
)
NO_ITEMS = Shop([(1, "ada")], [(101, 1, "paid", 1000)])
OPEN = Shop(CUSTOMERS, [(101, 1, "paid", 2000), (102, 2, "open", 550)], ITEMS)
BOTH = Shop([(1, "ada")], [(101, 1, "paid", 20), (102, 1, "open", 5)], ITEMS)
NO_ORDERS = Shop([*CUSTOMERS, (3, "cyd")], SMALL.orders, ITEMS)
NAMESAKES = Shop([(1, "ada"), (2, "ada")], SMALL.orders, ITEMS)
GUEST = Shop(
    [*CUSTOMERS, (3, "cyd")],
    [(101, 1, "paid", 2000), (103, None, "paid", 1200)],
    [(101, "mug", 2), (103, "tea", 1)],
)
NAMESAKES_WITHOUT = Shop(
    [(1, "ada"), (2, "ada"), (3, "ada"), (4, "bob")],
    [(101, 4, "paid", 5), (102, 3, "paid", 5)],
)
EMPTY = Shop([])


def describe(shop: Shop) -> str:
    return f"customers {shop.customers}, orders {shop.orders}"


def check_revenue(shop: Shop, why: str) -> None:
    found, expected = shop.ask(REVENUE), shop.revenue()
    assert found == expected, (
        f"{why} REVENUE gave {sorted(found.elements(), key=repr)}, not "
        f"{sorted(expected.elements(), key=repr)}: {describe(shop)}, items "
        f"{shop.items}."
    )


def check_without_order(shop: Shop, why: str) -> None:
    found, expected = shop.ask(WITHOUT_ORDER), shop.without_order()
    assert found == expected, (
        f"{why} WITHOUT_ORDER gave {sorted(found.elements(), key=repr)}, not "
        f"{sorted(expected.elements(), key=repr)}: {describe(shop)}."
    )


def check_paid_orders(shop: Shop, why: str) -> None:
    found, expected = shop.ask(PAID_ORDERS), shop.paid_orders()
    assert found == expected, (
        f"{why} PAID_ORDERS gave {sorted(found.elements(), key=repr)}, not "
        f"{sorted(expected.elements(), key=repr)}: {describe(shop)}."
    )


def test_revenue_of_a_small_shop() -> None:
    check_revenue(
        SMALL, "Columns are id, name, cents and pieces, in that order."
    )


def test_revenue_counts_an_order_once() -> None:
    check_revenue(
        TWO_ITEMS,
        "An order counts once, however many items it has. The join with items "
        "repeats its total: bring the items to one row per order first.",
    )


def test_revenue_counts_equal_totals_twice() -> None:
    check_revenue(
        EQUAL_TOTALS,
        "Two orders over the same amount are two. DISTINCT compares amounts, "
        "not orders.",
    )


def test_revenue_counts_equal_quantities_twice() -> None:
    check_revenue(
        EQUAL_QUANTITIES,
        "Two items of the same quantity are two. DISTINCT compares numbers, "
        "not items.",
    )


def test_revenue_counts_an_order_without_items() -> None:
    check_revenue(
        NO_ITEMS,
        "An order without items has a total as well. An inner join with items "
        "drops it, and so does one after a left join.",
    )


def test_revenue_counts_what_is_paid() -> None:
    check_revenue(BOTH, "Only paid orders count, with their items.")


@pytest.mark.parametrize("shop", [NO_ORDERS, OPEN], ids=["none", "open"])
def test_revenue_has_every_customer(shop: Shop) -> None:
    check_revenue(
        shop,
        "Every customer has a row, with 0 and 0 where nothing is paid. A sum "
        "over no rows is NULL, and WHERE drops rows that the left join kept.",
    )


def test_revenue_tells_namesakes_apart() -> None:
    check_revenue(
        NAMESAKES,
        "Two customers may have one name. Group by what tells them apart.",
    )


def test_revenue_has_no_row_for_guests() -> None:
    check_revenue(GUEST, "A guest's order belongs to no customer.")


def test_customers_without_order_in_a_small_shop() -> None:
    check_without_order(NO_ORDERS, "Customers that no order names.")


def test_a_guest_hides_nobody() -> None:
    check_without_order(
        GUEST,
        "One order without a customer must not hide all customers. `id <> "
        "NULL` is unknown, so NOT IN is not true: ask whether an order exists.",
    )


def test_an_open_order_is_an_order() -> None:
    check_without_order(OPEN, "An open order is an order as well.")


def test_a_customer_without_order_is_named_once() -> None:
    check_without_order(
        NAMESAKES_WITHOUT, "Each of them has one row, namesakes as well."
    )


def test_paid_orders_of_a_small_shop() -> None:
    check_paid_orders(SMALL, "Columns are the name and the order's id.")


@pytest.mark.parametrize("shop", [OPEN, NO_ORDERS], ids=["open", "none"])
def test_paid_orders_has_every_customer(shop: Shop) -> None:
    check_paid_orders(
        shop,
        "A customer with open orders alone has a row too. A condition on the "
        "right table in WHERE makes the left join inner: put it into ON.",
    )


def test_paid_orders_has_no_open_one() -> None:
    check_paid_orders(
        BOTH,
        "A customer who has paid has no row for an open order, nor an empty "
        "one. OR and CASE are not the condition of the join.",
    )


def test_paid_orders_has_a_row_for_each_namesake() -> None:
    check_paid_orders(
        NAMESAKES_WITHOUT,
        "Two customers called ada who paid nothing are two rows. UNION and "
        "DISTINCT make them one.",
    )


def test_paid_orders_has_no_guest() -> None:
    check_paid_orders(
        GUEST, "All customers, and only they: no row for a guest."
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_random_shop(seed: int) -> None:
    rng = Random(seed)
    people = [(n, rng.choice("abc")) for n in range(rng.randrange(5))]
    whose = [None, *(number for number, _ in people)]
    orders = [
        (n, rng.choice(whose), rng.choice(["paid", "open"]), rng.randrange(3))
        for n in range(100, 100 + rng.randrange(8))
    ]
    items = [
        (order[0], product, rng.randrange(1, 3))
        for order in orders
        for product in "xyz"[: rng.randrange(4)]
    ]
    shop = Shop(people, orders, items)
    check_revenue(shop, "A shop made by chance.")
    check_without_order(shop, "A shop made by chance.")
    check_paid_orders(shop, "A shop made by chance.")


def test_an_empty_shop_has_empty_reports() -> None:
    check_revenue(EMPTY, "Without customers there is no row.")
    check_without_order(EMPTY, "Without customers there is no row.")
    check_paid_orders(EMPTY, "Without customers there is no row.")
