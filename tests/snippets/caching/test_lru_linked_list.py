"""The same policy as LRUCache, whose own tests say what that is."""

import pytest

from snippets.caching.lru_cache import LRUCache
from snippets.caching.lru_linked_list import LinkedLRUCache
from tests.snippets.caching.driver import assert_same


@pytest.mark.parametrize("capacity", [1, 2, 3, 8])
@pytest.mark.parametrize("seed", range(5))
def test_answers_and_holds_what_an_ordered_dict_would(
    capacity: int, seed: int
) -> None:
    assert_same(LinkedLRUCache(capacity), LRUCache(capacity), seed)


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        LinkedLRUCache(capacity)


def test_the_ring_holds_exactly_the_entries_in_order_of_use() -> None:
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(3)
    for name in ["ada", "bob", "cyd", "ada", "dan"]:
        cache.put(name, 0)
    forwards, backwards = [], []
    link = cache._anchor.newer
    while link is not cache._anchor:
        forwards.append(link.key)
        link = link.newer
    link = cache._anchor.older
    while link is not cache._anchor:
        backwards.append(link.key)
        link = link.older
    assert forwards == ["cyd", "ada", "dan"]
    assert backwards == forwards[::-1]
