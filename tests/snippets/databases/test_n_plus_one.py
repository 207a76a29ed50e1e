from collections.abc import Callable

import pytest

from snippets.databases.n_plus_one import (
    CUSTOMERS,
    EACH,
    Ask,
    join,
    lazy,
    select_in,
    two_lists,
    work,
)


def test_lazy_loading_asks_once_per_row_and_once_before() -> None:
    assert work(lazy) == (CUSTOMERS + 1, CUSTOMERS * (1 + EACH["orders"]))


def test_a_join_asks_once_and_repeats_the_customer() -> None:
    assert work(join) == (1, CUSTOMERS * EACH["orders"])


def test_two_lists_in_one_join_multiply() -> None:
    assert work(two_lists) == (
        1,
        CUSTOMERS * EACH["orders"] * EACH["addresses"],
    )


def test_a_statement_per_list_gets_each_row_once() -> None:
    assert work(select_in) == (3, CUSTOMERS * sum(EACH.values()))


@pytest.mark.parametrize(
    ("load", "column"), [(lazy, 1), (join, 2), (two_lists, 2), (select_in, 1)]
)
def test_each_way_gets_every_order(
    load: Callable[[Ask], None], column: int
) -> None:
    orders: set[int] = set()

    def remember(ask: Ask) -> None:
        def ask_and_keep(query: str, *ids: int) -> list[tuple[int, ...]]:
            found = ask(query, *ids)
            if "orders" in query:
                orders.update(row[column] for row in found)
            return found

        load(ask_and_keep)

    work(remember)
    assert orders == set(range(CUSTOMERS * EACH["orders"]))
