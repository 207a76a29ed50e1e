from math import log
from random import Random

import pytest

from snippets.databases.btree_page_writes import ROOM, Leaves


def filled(keys: list[int], *, split_at_end: bool = False) -> Leaves:
    tree = Leaves(split_at_end=split_at_end)
    for key in keys:
        tree.insert(key)
    return tree


def fill(tree: Leaves) -> float:
    return sum(map(len, tree.pages)) / len(tree.pages) / ROOM


@pytest.mark.parametrize("split_at_end", [False, True])
def test_the_leaves_hold_all_keys_in_order(split_at_end: bool) -> None:
    keys = Random(1).sample(range(10**6), 5_000)
    tree = filled(keys, split_at_end=split_at_end)
    assert [key for page in tree.pages for key in page] == sorted(keys)
    assert all(len(page) <= ROOM for page in tree.pages)


def test_ascending_keys_leave_half_of_each_page() -> None:
    assert 0.49 < fill(filled(list(range(20_000)))) < 0.51


def test_a_split_at_the_end_leaves_full_pages() -> None:
    keys = list(range(20_000))
    assert fill(filled(keys, split_at_end=True)) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("seed", range(3))
def test_random_keys_fill_pages_to_about_the_logarithm_of_two(
    seed: int,
) -> None:
    keys = Random(seed).sample(range(10**9), 60_000)
    assert fill(filled(keys)) == pytest.approx(log(2), abs=0.02)


def test_the_fill_swings_around_it_while_pages_are_of_one_age() -> None:
    tree, rng, fills = Leaves(), Random(1), list[float]()
    for n in range(1, 3_001):
        tree.insert(rng.getrandbits(60))
        if n >= 1_000 and n % 250 == 0:
            fills.append(fill(tree))
    assert min(fills) < 0.67
    assert max(fills) > 0.71


def test_a_checkpoint_writes_a_changed_page_once_and_others_not() -> None:
    tree = filled(list(range(0, 10_000, 2)))
    tree.checkpoint()
    tree.checkpoint()
    assert tree.written == 0
    tree.insert(101)
    tree.insert(103)
    tree.checkpoint()
    assert tree.written == ROOM
