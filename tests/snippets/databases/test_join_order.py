from collections.abc import Iterator

import pytest

from snippets.databases.join_order import REAL, Tree, cheapest, cost, tables


def all_trees(names: tuple[str, ...]) -> Iterator[Tree]:
    if len(names) == 1:
        yield names[0]
    for number in range(1, 2 ** len(names) - 1):
        left = tuple(n for i, n in enumerate(names) if number >> i & 1)
        right = tuple(n for n in names if n not in left)
        for a in all_trees(left):
            for b in all_trees(right):
                yield a, b


def test_four_tables_have_as_many_trees_as_the_formula_says() -> None:
    assert len(list(all_trees(tuple(REAL)))) == 120


@pytest.mark.parametrize("customers", [1, 20, 500, 5_000, 10_000])
@pytest.mark.parametrize("products", [1, 10, 1_000])
def test_no_tree_is_cheaper(customers: int, products: int) -> None:
    sizes = REAL | {"customers": customers, "products": products}
    least = min(cost(tree, sizes) for tree in all_trees(tuple(sizes)))
    assert cost(cheapest(sizes), sizes) == pytest.approx(least)


def test_two_joins_may_be_made_side_by_side() -> None:
    tree = cheapest(REAL | {"customers": 200, "products": 10})
    assert {tables(part) for part in tree} == {
        frozenset(["customers", "orders"]),
        frozenset(["items", "products"]),
    }


def test_a_product_may_be_the_cheapest_beginning() -> None:
    sizes = REAL | {"customers": 20, "products": 1}
    least = cost(cheapest(sizes), sizes)
    assert least == pytest.approx(20 * 1 + 200 + 0.6)


def test_the_last_join_gives_the_same_rows_in_each_order() -> None:
    a: Tree = (("customers", "orders"), "items")
    b: Tree = ("customers", ("orders", "items"))
    last = [
        cost(tree, REAL) - cost(tree[1], REAL) - cost(tree[0], REAL)
        for tree in (a, b)
        if isinstance(tree, tuple)
    ]
    assert last[0] == pytest.approx(last[1]) == pytest.approx(150_000)


def test_tables_without_a_condition_between_them_make_a_product() -> None:
    assert cost(("customers", "products"), REAL) == 5_000 * 10


def test_a_wrong_size_leads_to_a_plan_that_is_27_times_too_dear() -> None:
    planned = cheapest(REAL | {"customers": 20})
    ratio = cost(planned, REAL) / cost(cheapest(REAL), REAL)
    assert ratio == pytest.approx(26.9, abs=0.1)


def test_a_table_alone_is_a_tree_that_costs_nothing() -> None:
    assert cheapest({"orders": 7}) == "orders"
    assert cost("orders", REAL) == 0
    assert tables("orders") == {"orders"}
