"""What the indexes are asked for, one promise per test."""

import re
import sqlite3
from functools import cache
from zlib import crc32

import pytest
from solution import INDEXES, QUERIES, TABLE

ORDERS, CUSTOMERS, FAILED_EVERY = 20_000, 200, 100
UNCHANGED = 3_072_351_618  # checksum of the table and the queries
MAY_ADD = 2.1  # index entries per order
type Values = tuple[int | str, ...]


def customer_of(order: int) -> int:
    return order * 7919 % CUSTOMERS


@cache
def database() -> sqlite3.Connection:
    """The orders, with the indexes."""
    opened = sqlite3.connect(":memory:")
    opened.execute(TABLE)
    rows = (
        (
            order,
            customer_of(order),
            "failed" if order % FAILED_EVERY == 0 else "paid",
            order,
            order % 97,
            f"Guest{order}@Example.com",
        )
        for order in range(ORDERS)
    )
    opened.executemany("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?)", rows)
    for statement in INDEXES:
        opened.execute(statement)
    opened.execute("ANALYZE")
    return opened


def plan(name: str, values: Values) -> str:
    rows = database().execute(f"EXPLAIN QUERY PLAN {QUERIES[name]}", values)
    return "; ".join(row[-1] for row in rows)


def ask(name: str, values: Values) -> tuple[list[tuple[object, ...]], int]:
    """The answer, and the steps of SQLite's virtual machine for it."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    database().set_progress_handler(step, 1)
    rows = database().execute(QUERIES[name], values).fetchall()
    database().set_progress_handler(None, 0)
    return rows, steps


@pytest.mark.parametrize("statement", INDEXES)
def test_each_statement_makes_an_index(statement: str) -> None:
    create = r"(\s|--.*\n)*CREATE\s+INDEX\b"
    assert re.match(create, statement, re.IGNORECASE), (
        "Write CREATE INDEX statements only. No rule says that something is "
        "unique, and a rule that is none will refuse an order one day."
    )


def test_the_table_and_the_queries_stay() -> None:
    given = crc32(repr((TABLE, QUERIES)).encode())
    assert given == UNCHANGED, (
        "The table and the queries belong to others. Change INDEXES alone: "
        "the queries run in many programs, and ask for what they need."
    )


def test_the_newest_of_a_customer() -> None:
    for customer in (0, 17, 199):
        said = plan("newest", (customer,))
        assert "TEMP B-TREE" not in said, (
            "The index gives the order of ORDER BY, so that nothing is sorted. "
            "Behind the equality comes the column to sort by. The plan is: "
            f"{said}."
        )
        rows, steps = ask("newest", (customer,))
        mine = [n for n in range(ORDERS) if customer_of(n) == customer]
        assert rows == [(n, n % 97) for n in mine[:-11:-1]], (
            "An index never changes an answer. These are not the ten newest."
        )
        assert steps < 300, (
            "Ten orders are wanted, and ten entries visited. The index must "
            f"begin with the customer: it took {steps} steps, about 100 do."
        )


def test_the_revenue_of_a_customer() -> None:
    for customer, start in ((0, 4_000), (17, 9_000), (199, 15_000)):
        values = (customer, start, start + 1_999)
        [[total]], steps = ask("revenue", values)
        assert total == sum(
            order % 97
            for order in range(start, start + 2_000)
            if customer_of(order) == customer
        ), "An index never changes an answer."
        assert steps < 200, (
            "Equality first, then the range. Then the ten entries lie side by "
            "side; the other order visits all orders of that time: it took "
            f"{steps} steps, about 100 do."
        )
        said = plan("revenue", values)
        assert "COVERING INDEX" in said, (
            "The sum is read from the index alone. Let the index carry what "
            f"the query needs, behind the columns to seek by. The plan: {said}."
        )


def test_the_failed_of_a_time() -> None:
    for start in (0, 4_000, 15_000):
        rows, steps = ask("failed", (start, start + 1_999))
        assert len(rows) == 20, "Twenty of 2,000 orders failed."
        assert steps < 400, (
            "Of the failed ones, only those of that time are visited. Neither "
            "all failed ones, nor all orders of that time; and SQLite uses a "
            "partial index if the query repeats its condition: it took "
            f"{steps} steps, about 130 do."
        )


def test_an_address_in_any_capitals() -> None:
    for order in (0, 17, 19_999):
        rows, steps = ask("address", (f"guest{order}@example.com",))
        assert rows == [(order, order % 97)], "An address belongs to one order."
        assert steps < 100, (
            "Index the expression that the query compares. An index of `email` "
            f"has it in other letters: it took {steps} steps, about 20 do."
        )


def test_an_insert_adds_few_entries() -> None:
    stats = database().execute(
        "SELECT stat FROM sqlite_stat1 WHERE idx IS NOT NULL"
    )
    added = sum(int(stat.split()[0]) for [stat] in stats) / ORDERS
    assert added <= MAY_ADD, (
        "Each index is one more write per insert. An order adds "
        f"{added:.2f} entries, {MAY_ADD} are allowed: one index can serve "
        "two queries, and one of rare rows need not hold the others."
    )
