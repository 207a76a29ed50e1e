from random import Random

import pytest

from snippets.databases.column_order import FAILED, PAID, visited

PAYMENTS = [
    {"created": n // 20, "status": PAID if n % 10 else FAILED}
    for n in range(20_000)
]
RANGE_FIRST, EQUALITY_FIRST = ["created", "status"], ["status", "created"]
BOTH = {"status": (FAILED, FAILED), "created": (300, 359)}


def test_equality_first_visits_only_what_it_finds() -> None:
    assert visited(PAYMENTS, EQUALITY_FIRST, BOTH) == 60 * 2


def test_the_more_selective_range_first_visits_the_whole_range() -> None:
    of_range = sum(300 <= row["created"] <= 359 for row in PAYMENTS)
    of_status = sum(row["status"] == FAILED for row in PAYMENTS)
    assert of_range < of_status
    assert visited(PAYMENTS, RANGE_FIRST, BOTH) == of_range


def test_with_two_equalities_the_order_is_of_no_matter() -> None:
    where = {"status": (FAILED, FAILED), "created": (300, 300)}
    assert visited(PAYMENTS, RANGE_FIRST, where) == 2
    assert visited(PAYMENTS, EQUALITY_FIRST, where) == 2


def test_a_query_without_the_first_column_visits_all() -> None:
    where = {"created": (300, 359)}
    assert visited(PAYMENTS, EQUALITY_FIRST, where) == len(PAYMENTS)
    assert visited(PAYMENTS, [], where) == len(PAYMENTS)


@pytest.mark.parametrize("order", [RANGE_FIRST, EQUALITY_FIRST])
def test_what_is_found_is_among_what_is_visited(order: list[str]) -> None:
    rng = Random(1)
    rows = [
        {"created": rng.randrange(9), "status": rng.randrange(3)}
        for _ in range(300)
    ]
    for _ in range(50):
        low = rng.randrange(9)
        where = {"created": (low, low + 2), "status": (1, 1)}
        found = sum(
            all(
                low <= row[column] <= high
                for column, (low, high) in where.items()
            )
            for row in rows
        )
        assert found <= visited(rows, order, where)
        if order == EQUALITY_FIRST:
            assert found == visited(rows, order, where)


def test_nothing_in_range_visits_nothing() -> None:
    where = {"created": (-9, -1)}
    assert visited(PAYMENTS, RANGE_FIRST, where) == 0
