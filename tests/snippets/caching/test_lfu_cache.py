import pytest

from snippets.caching.lfu_cache import LFUCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowLFU:
    """Every entry with its use count and last use; the smallest goes."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.values: dict[object, object] = {}
        self.uses: dict[object, tuple[int, int]] = {}  # count, time of last
        self.now = 0

    def __contains__(self, key: object) -> bool:
        return key in self.values

    def get(self, key: object) -> object:
        value = self.values[key]
        self.put(key, value)
        return value

    def put(self, key: object, value: object) -> None:
        self.now += 1
        if key not in self.values and len(self.values) == self.capacity:
            victim = min(self.uses, key=self.uses.__getitem__)
            del self.values[victim], self.uses[victim]
        self.values[key] = value
        self.uses[key] = (self.uses.get(key, (0, 0))[0] + 1, self.now)


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_a_slow_model(capacity: int, seed: int) -> None:
    assert_same(LFUCache(capacity), SlowLFU(capacity), seed)


def test_evicts_the_least_frequently_used_though_it_was_used_last() -> None:
    cache: LFUCache[str, int] = LFUCache(2)
    cache.put("ada", 1)
    cache.get("ada")
    cache.put("bob", 2)
    cache.put("cyd", 3)
    assert cache.get("ada") == 1
    assert "bob" not in cache


def test_of_equal_counts_the_older_use_goes() -> None:
    cache: LFUCache[str, int] = LFUCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.get("bob")
    cache.get("ada")
    cache.put("cyd", 3)
    assert "bob" not in cache
    assert "ada" in cache


def test_storing_a_held_key_again_is_one_use() -> None:
    cache: LFUCache[str, int] = LFUCache(2)
    cache.put("ada", 1)
    cache.put("ada", 2)
    cache.put("bob", 3)
    cache.get("bob")
    cache.put("cyd", 4)
    assert "ada" not in cache
    assert cache.get("bob") == 3


def test_frees_a_bucket_as_soon_as_it_is_empty() -> None:
    cache: LFUCache[str, int] = LFUCache(10)
    cache.put("ada", 1)
    for _ in range(1_000):
        cache.get("ada")
    assert list(cache._buckets) == [1_001]
    full: LFUCache[str, int] = LFUCache(1)
    full.put("ada", 1)
    full.get("ada")
    full.put("bob", 2)
    assert list(full._buckets) == [1]


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: LFUCache[object, object] = LFUCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    cache: LFUCache[str, int] = LFUCache(1)
    with pytest.raises(KeyError, match="ada"):
        cache.get("ada")


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        LFUCache(capacity)
