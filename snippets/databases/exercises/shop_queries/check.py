"""Each question, asked of several shops, with the answer by plain Python."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

import pytest
from solution import LARGEST, OWED, QUIET, RUNNING, STREAKS

type Row = tuple[object, ...]


@dataclass
class Shop:
    """Rows of the four tables."""

    customers: list[tuple[int, str]] = field(default_factory=list)
    orders: list[tuple[int, int | None, str, int]] = field(default_factory=list)
    payments: list[tuple[int, int, int]] = field(default_factory=list)
    visits: list[tuple[int, int]] = field(default_factory=list)

    def ask(self, query: str) -> Counter[Row]:
        """The rows of a query, in whatever order."""
        with closing(sqlite3.connect(":memory:")) as database:
            database.executescript(
                "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);"
                "CREATE TABLE orders (id INT PRIMARY KEY,"  # rows in any order
                " customer_id INTEGER, placed TEXT, total INTEGER);"
                "CREATE TABLE payments (id INTEGER PRIMARY KEY,"
                " customer_id INTEGER, cents INTEGER);"
                "CREATE TABLE visits (customer_id INTEGER, day INTEGER);"
            )
            insert = database.executemany
            insert("INSERT INTO customers VALUES (?, ?)", self.customers)
            insert("INSERT INTO orders VALUES (?, ?, ?, ?)", self.orders)
            insert("INSERT INTO payments VALUES (?, ?, ?)", self.payments)
            insert("INSERT INTO visits VALUES (?, ?)", self.visits)
            database.commit()
            database.execute("PRAGMA query_only = ON")
            try:
                found = database.execute(query).fetchall()
            except sqlite3.Error as error:
                pytest.fail(f"SQLite refuses the query: {error}.")
            except sqlite3.Warning as error:
                pytest.fail(f"One statement per question: {error}.")
        return Counter(found)

    def orders_of(self, customer: int) -> list[tuple[str, int, int]]:
        """Time, id and total of each order, by time and then by id."""
        return sorted(
            (placed, number, total)
            for number, whose, placed, total in self.orders
            if whose == customer
        )

    def largest(self) -> list[Row]:
        rows: list[Row] = []
        for customer, _ in self.customers:
            own = self.orders_of(customer)
            most = max((total for _, _, total in own), default=0)
            rows += [(customer, n, t) for _, n, t in own if t == most]
        return rows

    def quiet(self) -> list[Row]:
        return [
            (customer, name)
            for customer, name in self.customers
            if not any(
                placed.startswith("2026-06")
                for placed, _, _ in self.orders_of(customer)
            )
        ]

    def owed(self) -> list[Row]:
        return [
            (
                customer,
                sum(total for _, _, total in self.orders_of(customer))
                - sum(c for _, whose, c in self.payments if whose == customer),
            )
            for customer, _ in self.customers
        ]

    def running(self) -> list[Row]:
        rows: list[Row] = []
        for customer, _ in self.customers:
            own = self.orders_of(customer)
            sums = accumulate(total for _, _, total in own)
            rows += [
                (customer, number, total)
                for (_, number, _), total in zip(own, sums, strict=True)
            ]
        return rows

    def streaks(self) -> list[Row]:
        came = {*self.visits}
        rows: list[Row] = []
        for customer, day in came:
            if (customer, day - 1) not in came:
                last = day
                while (customer, last + 1) in came:
                    last += 1
                rows.append((customer, day, last))
        return rows


ADA, BOB = (1, "ada"), (2, "bob")
MAY, JUNE, JULY = "2026-05-20 10:00", "2026-06-10 10:00", "2026-07-01 00:00"
FIRST, LAST_EVENING = "2026-06-01 00:00", "2026-06-30 18:05"
MAY_EVENING = "2026-05-31 18:05"
EMPTY = Shop()


def check(
    shop: Shop, name: str, query: str, expected: list[Row], why: str
) -> None:
    found, right = shop.ask(query), Counter(expected)
    assert found == right, (
        f"{why} {name} gave {sorted(found.elements(), key=repr)}, not "
        f"{sorted(right.elements(), key=repr)}: {shop}."
    )


def check_largest(shop: Shop, why: str) -> None:
    check(shop, "LARGEST", LARGEST, shop.largest(), why)


def check_quiet(shop: Shop, why: str) -> None:
    check(shop, "QUIET", QUIET, shop.quiet(), why)


def check_owed(shop: Shop, why: str) -> None:
    check(shop, "OWED", OWED, shop.owed(), why)


def check_running(shop: Shop, why: str) -> None:
    check(shop, "RUNNING", RUNNING, shop.running(), why)


def check_streaks(shop: Shop, why: str) -> None:
    check(shop, "STREAKS", STREAKS, shop.streaks(), why)


def test_largest_of_each_customer() -> None:
    shop = Shop([ADA, BOB], [(1, 1, MAY, 9), (2, 1, MAY, 5), (3, 2, MAY, 7)])
    check_largest(shop, "One customer's orders are compared with each other.")


def test_largest_with_a_tie() -> None:
    shop = Shop([ADA], [(1, 1, MAY, 9), (2, 1, JUNE, 9), (3, 1, JULY, 5)])
    check_largest(
        shop,
        "Two orders that are equally large are both asked for. ROW_NUMBER, "
        "LIMIT 1 and a bare column beside max() pick one, and not always the "
        "same; RANK gives equals the same place.",
    )


def test_largest_is_not_as_large_as_somebody_elses() -> None:
    shop = Shop([ADA, BOB], [(1, 1, MAY, 9), (2, 1, MAY, 5), (3, 2, MAY, 5)])
    check_largest(
        shop,
        "5 is the largest of another customer, not of this one. A list of all "
        "maxima does not say whose each is: compare the customer as well.",
    )


def test_largest_has_no_guest() -> None:
    shop = Shop([ADA], [(1, 1, MAY, 9), (2, None, MAY, 20)])
    check_largest(
        shop,
        "A guest is no customer. PARTITION BY and GROUP BY put all NULLs "
        "into one group.",
    )


def test_quiet_in_a_small_shop() -> None:
    shop = Shop([ADA, BOB, (3, "cyd")], [(1, 1, JUNE, 5), (2, 2, MAY, 5)])
    check_quiet(shop, "Bob ordered in May only, Cyd never: both are quiet.")


def test_quiet_with_an_order_in_june_and_one_in_may() -> None:
    shop = Shop([ADA], [(1, 1, MAY, 5), (2, 1, JUNE, 5)])
    check_quiet(
        shop,
        "An order in May does not undo the one in June. Ask whether there is "
        "none in June, not whether there is one outside.",
    )


def test_quiet_with_a_guest() -> None:
    shop = Shop([ADA, BOB], [(1, 1, JUNE, 5), (2, None, JUNE, 5)])
    check_quiet(
        shop,
        "A guest's order in June hides nobody. NOT IN with a NULL in its list "
        "is never true.",
    )


def test_quiet_in_this_june_alone() -> None:
    check_quiet(
        Shop([ADA], [(1, 1, "2025-06-10 10:00", 5)]),
        "June 2026 is asked for. An order of another June does not count.",
    )


def test_quiet_by_id() -> None:
    check_quiet(
        Shop([ADA, (2, "ada")], [(1, 1, JUNE, 5)]),
        "Two customers may have one name. Compare ids.",
    )


@pytest.mark.parametrize("placed", [LAST_EVENING, JULY], ids=["30", "1"])
def test_quiet_at_the_end_of_the_month(placed: str) -> None:
    check_quiet(
        Shop([ADA], [(1, 1, placed, 5)]),
        "June lasts until just before the first moment of July. '2026-06-30 "
        "18:05' comes after '2026-06-30', so BETWEEN ends a day too early, and "
        "with '2026-07-01 00:00' as its end it takes that moment in.",
    )


@pytest.mark.parametrize("placed", [MAY_EVENING, FIRST], ids=["31", "1"])
def test_quiet_at_the_beginning_of_the_month(placed: str) -> None:
    check_quiet(
        Shop([ADA], [(1, 1, placed, 5)]),
        "June begins with the first moment of its first day. '2026-05-31 "
        "18:05' comes after '2026-05-31', and is not in June.",
    )


def test_owed_in_a_small_shop() -> None:
    check_owed(
        Shop([ADA], [(1, 1, MAY, 900)], [(1, 1, 400)]),
        "Ordered less paid.",
    )


def test_owed_with_two_lists() -> None:
    shop = Shop(
        [ADA],
        [(1, 1, MAY, 500), (2, 1, MAY, 500)],
        [(1, 1, 100), (2, 1, 100), (3, 1, 300)],
    )
    check_owed(
        shop,
        "Two lists in one join multiply. Each order stands there once per "
        "payment, and each payment once per order. DISTINCT takes equal "
        "amounts for one. Bring each list to one row per customer first.",
    )


@pytest.mark.parametrize(
    "shop",
    [
        Shop([ADA, BOB], [(1, 1, MAY, 900)], [(1, 1, 400)]),
        Shop([ADA], [(1, 1, MAY, 900)]),
        Shop([ADA], [], [(1, 1, 400)]),
    ],
    ids=["neither", "no payment", "no order"],
)
def test_owed_by_every_customer(shop: Shop) -> None:
    query = shop.ask(OWED)
    assert len(query) == len(shop.customers), (
        "Every customer has a row. An inner join drops those without an order "
        f"or a payment: OWED gave {query}: {shop}."
    )
    check_owed(
        shop,
        "A sum over no rows is NULL, and anything less NULL is NULL. The "
        "first value that is not NULL is what coalesce takes. Who has paid "
        "and not ordered owes less than nothing.",
    )


def test_owed_by_id() -> None:
    shop = Shop(
        [ADA, (2, "ada")],
        [(1, 1, MAY, 900), (2, 2, MAY, 50)],
        [(1, 1, 400), (2, 2, 20)],
    )
    check_owed(
        shop,
        "Two customers may have one name, and each owes for itself. Group by "
        "the id.",
    )


def test_owed_without_guests() -> None:
    check_owed(
        Shop([ADA], [(1, 1, MAY, 900), (2, None, MAY, 50)]),
        "A guest's order is nobody's debt.",
    )


def test_running_of_one_customer() -> None:
    shop = Shop([ADA], [(1, 1, JUNE, 5), (2, 1, MAY, 3), (3, 1, JULY, 2)])
    check_running(shop, "Sums grow in the order of time, not of ids.")


def test_running_of_two_customers() -> None:
    shop = Shop([ADA, BOB], [(1, 1, MAY, 5), (2, 2, JUNE, 3), (3, 1, JULY, 2)])
    check_running(
        shop, "Each customer has a sum of its own. Partition by the customer."
    )


def test_running_at_one_moment() -> None:
    shop = Shop([ADA], [(1, 1, MAY, 5), (2, 1, MAY, 3), (3, 1, JUNE, 2)])
    check_running(
        shop,
        "Two orders of one moment are two steps. Without ROWS the frame goes "
        "up to the last row that is equal in ORDER BY, so both get the sum of "
        "both: order by something unique.",
    )


def test_running_at_one_moment_by_id() -> None:
    shop = Shop([ADA], [(2, 1, MAY, 3), (1, 1, MAY, 5), (3, 1, JUNE, 2)])
    check_running(
        shop,
        "At one moment the smaller id comes first. ROWS takes row by row, and "
        "equals in whatever order they lie.",
    )


def test_running_has_no_guest() -> None:
    shop = Shop([ADA], [(1, 1, MAY, 5), (2, None, JUNE, 3)])
    check_running(shop, "Guests have no running sum.")


def test_streaks_of_one_customer() -> None:
    shop = Shop([ADA], visits=[(1, day) for day in (3, 4, 5, 9, 10, 20)])
    check_streaks(
        shop,
        "A day without a visit ends a streak. The first and last day of all "
        "hide the gaps: what stays the same within a streak?",
    )


def test_streaks_with_two_visits_on_a_day() -> None:
    shop = Shop([ADA], visits=[(1, day) for day in (3, 4, 4, 5)])
    check_streaks(
        shop,
        "Two visits on one day are one day. Two numbers for it move the day "
        "after it into another streak.",
    )


def test_streaks_of_two_customers() -> None:
    shop = Shop([ADA, BOB], visits=[(1, 3), (1, 5), (2, 3), (2, 4), (2, 5)])
    check_streaks(
        shop,
        "Bob's visit on day 4 does not close Ada's gap. Number the days of "
        "each customer by themselves.",
    )


@pytest.mark.parametrize("seed", range(15))
def test_a_shop_by_chance(seed: int) -> None:
    rng = Random(seed)
    people = [(n, rng.choice("abc")) for n in range(1, rng.randrange(2, 6))]
    numbers = [number for number, _ in people]
    times = [MAY, JUNE, LAST_EVENING, JULY, FIRST]
    ids = range(rng.randrange(9))
    shop = Shop(
        people,
        [
            (
                n,
                rng.choice([None, *numbers]),
                rng.choice(times),
                rng.randrange(4),
            )
            for n in rng.sample(ids, len(ids))
        ],
        [(n, rng.choice(numbers), rng.randrange(4)) for n in range(5)],
        [(rng.choice(numbers), rng.randrange(9)) for _ in range(12)],
    )
    why = "In a shop made by chance."
    check_largest(shop, why)
    check_quiet(shop, why)
    check_owed(shop, why)
    check_running(shop, why)
    check_streaks(shop, why)


def test_an_empty_shop() -> None:
    why = "An empty shop has no rows to tell of."
    check_largest(EMPTY, why)
    check_quiet(EMPTY, why)
    check_owed(EMPTY, why)
    check_running(EMPTY, why)
    check_streaks(EMPTY, why)
