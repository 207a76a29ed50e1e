from bisect import insort
from random import Random

import pytest

from snippets.databases.b_plus_tree import BPlusTree, Page


def levels(tree: BPlusTree) -> list[list[Page]]:
    found = [[tree.root]]
    while below := [child for page in found[-1] for child in page.children]:
        found.append(below)
    return found


def filled(room: int, keys: list[int]) -> BPlusTree:
    tree = BPlusTree(room)
    for key in keys:
        tree.insert(key)
    return tree


def test_an_empty_tree_is_one_empty_leaf() -> None:
    tree = BPlusTree(3)
    assert [page.keys for page in tree.path(1)] == [[]]


def test_the_root_splits_when_one_page_is_too_full() -> None:
    tree = filled(3, [1, 2, 3])
    assert tree.root.keys == [1, 2, 3]
    tree.insert(4)
    assert tree.root.keys == [3]
    assert [page.keys for page in tree.root.children] == [[1, 2], [3, 4]]


def test_a_leaf_keeps_the_separator_and_an_inner_page_gives_it_away() -> None:
    tree = filled(3, list(range(1, 11)))
    leaves = [key for page in levels(tree)[-1] for key in page.keys]
    assert leaves == list(range(1, 11))
    separators = [
        key
        for level in levels(tree)[:-1]
        for page in level
        for key in page.keys
    ]
    assert len(separators) == len(set(separators))
    assert set(separators) <= set(leaves)


@pytest.mark.parametrize("room", [2, 3, 4, 7, 100])
def test_it_holds_what_a_sorted_list_holds(room: int) -> None:
    rng = Random(room)
    tree, model = BPlusTree(room), list[int]()
    for key in rng.sample(range(-1_000, 1_000), 600):
        tree.insert(key)
        insort(model, key)
        asked = rng.randrange(-1_000, 1_000)
        assert (asked in tree.path(asked)[-1].keys) == (asked in model)
    *inner, leaves = levels(tree)
    assert [key for page in leaves for key in page.keys] == model
    assert leaves[0].row() == leaves
    for level in inner:
        assert level[0].row() == level
        for page in level:
            assert len(page.children) == len(page.keys) + 1
            for at, separator in enumerate(page.keys):
                assert max(page.children[at].keys) < separator
                assert min(page.children[at + 1].keys) >= separator
    for level in [*inner[1:], leaves]:
        assert all(room // 2 <= len(page.keys) <= room for page in level)


def test_a_range_is_one_path_and_then_neighbours() -> None:
    tree = filled(4, list(range(100)))
    leaf = tree.path(40)[-1]
    found: list[int] = []
    for page in leaf.row():
        if page.keys[0] > 49:
            break
        found += page.keys
    assert set(range(40, 50)) <= set(found) <= set(range(36, 54))


def test_keys_in_order_leave_pages_half_full() -> None:
    leaves = levels(filled(10, list(range(1_000))))[-1]
    assert 1.7 < 10 * len(leaves) / 1_000 < 2.1
