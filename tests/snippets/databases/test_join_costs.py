from math import log2
from random import Random

import pytest

from snippets.databases.join_costs import Key, did, join

WAYS = ["nested loop", "index", "hash", "sort, merge", "merge"]


def work(how: str, customers: int, orders: list[int]) -> tuple[int, int, int]:
    """Pairs found, comparisons and hashes."""
    given = [Key(n) for n in orders]
    if how in ["index", "merge"]:
        given.sort()
    keys = [Key(n) for n in range(customers)]
    did.clear()
    pairs = join(how, keys, given)
    return pairs, did["compared"], did["hashed"]


@pytest.mark.parametrize("how", WAYS)
def test_all_ways_find_the_same_pairs(how: str) -> None:
    rng = Random(5)
    for _ in range(30):
        customers = rng.randrange(8)
        orders = [rng.randrange(10) for _ in range(rng.randrange(20))]
        pairs, _, _ = work(how, customers, orders)
        assert pairs == sum(order < customers for order in orders)


def test_a_nested_loop_compares_every_pair() -> None:
    assert work("nested loop", 20, [n % 20 for n in range(100)])[1] == 2_000


def test_a_hash_join_hashes_each_row_once() -> None:
    _, compared, hashed = work("hash", 20, [n % 40 for n in range(100)])
    assert hashed == 120
    assert compared == 60  # where the hash is there


def test_a_merge_of_sorted_inputs_takes_about_one_step_per_row() -> None:
    _, compared, _ = work("merge", 20, [n % 20 for n in range(100)])
    assert 100 <= compared <= 2 * 120


def test_sorting_costs_more_than_merging() -> None:
    orders = [n * 37 % 200 for n in range(2_000)]
    _, sorts, _ = work("sort, merge", 200, orders)
    _, merges, _ = work("merge", 200, orders)
    assert sorts - merges > 0.9 * 2_000 * log2(2_000)


def test_an_index_finds_one_key_in_a_logarithm() -> None:
    _, compared, _ = work("index", 1, list(range(1_024)))
    assert compared <= 10 + 1 + 2 + 1


def test_the_index_beats_the_hash_for_one_customer_and_not_for_all() -> None:
    orders = [n * 37 % 200 for n in range(2_000)]
    for customers, index_wins in [(1, True), (200, False)]:
        index = sum(work("index", customers, orders)[1:])
        hashing = sum(work("hash", customers, orders)[1:])
        assert (index < hashing) == index_wins
