"""Each query gives the rows it should, and visits little else."""

import sqlite3
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from solution import DAY, INDEXES, KILOS, OPEN, PAGE, TEA

type Values = dict[str, str | int]

ORDERS, FIRST = 10_000, datetime(2026, 3, 1)
SKUS = [
    "TEA-7",
    "tea",
    "tea.",
    "tea-",
    "tea-10",
    "tea-zz",
    "tea-~1",
    "tea-\U0001f375",
]
MANY = ["mug", "cup", "pot", "teapot-1", "tebe", "team"]
ALLOWED = [
    "CREATE INDEX by_placed ON orders (placed, id)",
    "CREATE INDEX by_grams ON orders (grams)",
    "CREATE INDEX by_sku ON orders (sku)",
    "CREATE INDEX by_state ON orders (state)",
]
type Order = tuple[int, str, str, int, str | None]


@cache
def orders() -> list[Order]:
    """Orders in no order of time; three are placed at the same second."""
    rng = Random(17)
    ids = rng.sample(range(1, ORDERS + 1), ORDERS)
    found: list[Order] = []
    for number, order in enumerate(ids):
        placed = FIRST + timedelta(minutes=30 * (number // 3))
        rare = rng.random() < 0.02
        other = rng.choice(["sent"] * 98 + ["paid", "void"])
        state = rng.choice(["open", None]) if rare else other
        moment = str(placed)
        if number % 3 == 0:  # the last moment of a day that can be written
            moment = moment.replace("23:30:00", "23:59:59.9999999")
        found.append(
            (
                order,
                rng.choice(SKUS if rng.random() < 0.02 else MANY),
                moment,
                rng.choice([999, 1000, 1999, 2000])
                if rng.random() < 0.02
                else rng.randrange(3000, 90_000),
                state,
            )
        )
    return found


@cache
def database(*, indexed: bool = True) -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:")
    opened.execute(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, sku TEXT NOT NULL,"
        " placed TEXT NOT NULL, grams INTEGER NOT NULL, state TEXT)"
    )
    opened.executemany("INSERT INTO orders VALUES (?, ?, ?, ?, ?)", orders())
    for statement in ALLOWED if indexed else []:
        opened.execute(statement)
    opened.commit()
    opened.execute("PRAGMA query_only = ON")
    return opened


def ask(query: str, values: Values) -> tuple[list[int], int]:
    """The ids, and the steps of SQLite's virtual machine for them."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    database().set_progress_handler(step, 1)
    try:
        rows = database().execute(query, values).fetchall()
    except sqlite3.Error as error:
        pytest.fail(f"SQLite refuses the query: {error}.")
    finally:
        database().set_progress_handler(None, 0)
    return [row[0] for row in rows], steps


def plan(query: str, values: Values) -> str:
    rows = database().execute(f"EXPLAIN QUERY PLAN {query}", values)
    return "; ".join(row[-1] for row in rows)


def seeks(query: str, values: Values, why: str, most: int) -> None:
    """Assert that the query visits little besides what it finds."""
    said = plan(query, values)
    _, steps = ask(query, values)
    assert steps < most, (
        f"{why} It took {steps} steps, fewer than {most} will do. The plan is: "
        f"{said}."
    )


def compare(
    query: str, values: Values, right: list[int], lost: str, more: str
) -> None:
    """Assert that the rows are right, in whatever order."""
    found, _ = ask(query, values)
    by_id = {order[0]: order for order in orders()}
    missing = sorted({*right} - {*found})
    extra = sorted({*found} - {*right})
    assert not missing, f"{lost} Missing with {values}: {by_id[missing[0]]}."
    assert not extra, f"{more} Too much with {values}: {by_id[extra[0]]}."
    assert len(found) == len(right), "Each order has one row."


def test_the_indexes_are_given() -> None:
    assert INDEXES == ALLOWED, (
        "Others pay for each index. Change the queries, not the indexes."
    )


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-31", "2026-05-05"])
def test_the_orders_of_a_day(day: str) -> None:
    compare(
        DAY,
        {"day": day},
        [order[0] for order in orders() if order[2].startswith(day)],
        "A day lasts until just before the next one begins. 23:59:59.9999999 "
        "is a part of it: a last moment that you write down is one too early.",
        "An order of another day.",
    )


def test_a_day_is_a_stretch() -> None:
    seeks(
        DAY,
        {"day": "2026-05-05"},
        "The index is in the order of `placed`. What a function makes of it, "
        "or a pattern that is put together, is no stretch of that order. From "
        "when is asked, and to below what?",
        1500,
    )


@pytest.mark.parametrize("kilos", [0, 1, 2, 30])
def test_the_orders_of_so_many_kilos(kilos: int) -> None:
    compare(
        KILOS,
        {"kilos": kilos},
        [order[0] for order in orders() if order[3] // 1000 == kilos],
        "1,999 g are one whole kilo. A division of integers drops the rest, so "
        "a whole range of grams has the same quotient.",
        "2,000 g are two kilos. BETWEEN takes its end in.",
    )


def test_kilos_are_a_stretch() -> None:
    seeks(
        KILOS,
        {"kilos": 1},
        "Bring the arithmetic to the other side. The index is in the order of "
        "`grams`, and what is computed from it has to be computed per row.",
        1500,
    )


def test_the_orders_of_tea() -> None:
    compare(
        TEA,
        {},
        [order[0] for order in orders() if order[1].startswith("tea-")],
        "The stretch ends before the next text that can follow 'tea-'. No text "
        "with it is the last one: 'tea-~1' comes after 'tea-zz', and an emoji "
        "after all letters. And 'tea-' itself begins with it.",
        "TEA-7 does not begin with tea-. To LIKE in SQLite they are the same. "
        "And 'tea.' is the first that is behind.",
    )


def test_tea_is_a_stretch() -> None:
    seeks(
        TEA,
        {},
        "A prefix is a stretch of the order of letters: it begins at 'tea-'. "
        "What is the first text behind all that begin like this?",
        2000,
    )


def test_the_open_orders() -> None:
    compare(
        OPEN,
        {},
        [order[0] for order in orders() if order[4] in ("open", None)],
        "An order without a state is open, too. NULL equals nothing, so "
        "neither = nor IN finds it.",
        "An order that is not open.",
    )


def test_open_is_two_places_of_the_index() -> None:
    seeks(
        OPEN,
        {},
        "What something is not, or what a function makes of it, narrows no "
        "index. Say which two values you want: an index finds each of them, "
        "NULL as well.",
        4000,
    )


def page_after(last: Order) -> tuple[Values, list[int]]:
    """The values of a page, and the ids that are on it."""
    values: Values = {"placed": last[2], "id": last[0]}
    behind = [o for o in orders() if (o[2], o[0]) < (last[2], last[0])]
    behind.sort(key=lambda order: (order[2], order[0]), reverse=True)
    return values, [order[0] for order in behind[:20]]


def test_a_page_within_a_second() -> None:
    three = sorted(o for o in orders() if o[2] == "2026-04-30 18:00:00")
    values, right = page_after(three[-1])
    found, _ = ask(PAGE, values)
    assert three[-1][0] not in found, (
        "The order that was shown last is not shown again. After it begins "
        "just behind it."
    )
    assert {order[0] for order in three[:-1]} <= {*found}, (
        "Three orders have the same second. If one of them was the last of a "
        "page, the other two are on the next: the time alone does not say "
        "where you are, time and id do."
    )
    assert found == right, "Newest first, and of one second the highest id."


@pytest.mark.parametrize("place", [40, 4_000, ORDERS - 5])
def test_a_page_between_seconds(place: int) -> None:
    ranked = sorted(orders(), key=lambda order: (order[2], order[0]))
    firsts = [
        order for before, order in pairwise(ranked) if before[2] < order[2]
    ]
    values, right = page_after(firsts[place // 3])
    found, _ = ask(PAGE, values)
    assert found == right, (
        "An earlier order is on the next page, whatever its id. Compare pairs: "
        "the id decides only where the time is equal. "
        f"With {values} came {found}, not {right}."
    )


def test_the_order_is_asked_for() -> None:
    three = sorted(o for o in orders() if o[2] == "2026-04-30 18:00:00")
    values, right = page_after(three[-1])
    rows = database(indexed=False).execute(PAGE, values).fetchall()
    assert [row[0] for row in rows] == right, (
        "An order that nobody asks for is luck. Without the index the page "
        "comes in another one: sort by all that decides, time and id."
    )


def test_a_page_far_behind_costs_no_more() -> None:
    ranked = sorted(orders(), key=lambda order: (order[2], order[0]))
    values, _ = page_after(ranked[1_000])
    seeks(
        PAGE,
        values,
        "A page begins where the last one ended, by a seek. OFFSET visits all "
        "that it skips, and the page costs more the further behind it is.",
        1000,
    )
