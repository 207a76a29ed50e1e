import pytest

from snippets.caching.invalidation_interleavings import orders

READ = "miss, query, fill"
LEASED = "lease, query, fill if leased"


def stale(ada: str, bob: str) -> list[str]:
    return [order for order, old in orders(ada, bob) if old]


@pytest.mark.parametrize(
    ("ada", "bob", "bad", "total"),
    [
        (READ, "delete, commit", 6, 10),
        (READ, "commit, delete", 1, 10),
        (LEASED, "commit, delete", 0, 10),
        (LEASED, "delete, commit", 2, 10),
        ("commit, set", "commit, set", 2, 6),
        ("commit, delete", "commit, delete", 0, 6),
        (READ, "commit", 2, 4),
    ],
)
def test_so_many_orders_end_stale(
    ada: str, bob: str, bad: int, total: int
) -> None:
    assert len(orders(ada, bob)) == total
    assert len(stale(ada, bob)) == bad


def test_the_race_is_a_query_before_the_commit_and_a_fill_after_it() -> None:
    assert stale(READ, "commit, delete") == [
        "ada miss, ada query, bob commit, bob delete, ada fill"
    ]


def test_every_order_is_taken_once_and_keeps_each_clients_order() -> None:
    taken = [order for order, _ in orders(READ, "commit, delete")]
    assert len({*taken}) == 10
    for order in taken:
        assert order.index("query") < order.index("fill")
        assert order.index("commit") < order.index("delete")


def test_a_second_delete_after_the_fill_removes_the_old_value() -> None:
    both = "commit, delete, delete"
    assert len(stale(READ, both)) == 1
    assert all(order.endswith("ada fill") for order in stale(READ, both))
