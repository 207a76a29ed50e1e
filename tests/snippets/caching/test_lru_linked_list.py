import pytest

from snippets.caching.lru_linked_list import LinkedLRUCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowLRU:
    """A list in order of use, oldest first."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.entries: list[tuple[object, object]] = []

    def __contains__(self, key: object) -> bool:
        return any(key == held for held, _ in self.entries)

    def get(self, key: object) -> object:
        if key not in self:
            raise KeyError(key)
        value = next(value for held, value in self.entries if held == key)
        self.put(key, value)
        return value

    def put(self, key: object, value: object) -> None:
        self.entries = [entry for entry in self.entries if entry[0] != key]
        self.entries = [*self.entries, (key, value)][-self.capacity :]


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_a_slow_model(capacity: int, seed: int) -> None:
    assert_same(LinkedLRUCache(capacity), SlowLRU(capacity), seed)


def test_evicts_the_entry_whose_last_use_is_oldest() -> None:
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.get("ada")
    cache.put("cyd", 3)
    assert "bob" not in cache
    assert cache.get("ada") == 1
    assert cache.get("cyd") == 3


def test_storing_a_held_key_again_replaces_its_value_and_is_a_use() -> None:
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.put("ada", 3)
    cache.put("cyd", 4)
    assert cache.get("ada") == 3
    assert "bob" not in cache


def test_asking_whether_a_key_is_held_is_no_use() -> None:
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    assert "ada" in cache
    cache.put("cyd", 3)
    assert "ada" not in cache


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: LinkedLRUCache[object, object] = LinkedLRUCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(1)
    with pytest.raises(KeyError, match="ada"):
        cache.get("ada")


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
