from itertools import permutations

from snippets.databases.lock_order import deadlocks

ORDERS = {*permutations([0] * 3 + [1] * 3)}


def stuck(one: list[str], two: list[str]) -> set[tuple[int, ...]]:
    return {order for order in ORDERS if deadlocks(one, two, order)}


def test_in_opposite_order_12_of_20_end_in_a_deadlock() -> None:
    assert len(ORDERS) == 20
    assert len(stuck(["ada", "bob"], ["bob", "ada"])) == 12


def test_a_deadlock_needs_both_first_locks_before_either_second() -> None:
    bad = stuck(["ada", "bob"], ["bob", "ada"])
    for order in ORDERS:
        first, second, _ = (n for n, turn in enumerate(order) if turn == 0)
        other, last, _ = (n for n, turn in enumerate(order) if turn == 1)
        assert (order in bad) == (max(first, other) < min(second, last))


def test_in_one_order_there_is_none() -> None:
    assert not stuck(["ada", "bob"], ["ada", "bob"])


def test_of_different_accounts_there_is_none() -> None:
    assert not stuck(["ada", "bob"], ["cyd", "dan"])
