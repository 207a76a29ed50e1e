import pytest

from snippets.caching.fifo_cache import FIFOCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowFIFO:
    """A list in order of arrival, oldest first."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.arrivals: list[object] = []
        self.values: list[object] = []

    def __contains__(self, key: object) -> bool:
        return key in self.arrivals

    def get(self, key: object) -> object:
        if key not in self.arrivals:
            raise KeyError(key)
        return self.values[self.arrivals.index(key)]

    def put(self, key: object, value: object) -> None:
        if key in self.arrivals:
            self.values[self.arrivals.index(key)] = value
            return
        self.arrivals = [*self.arrivals, key][-self.capacity :]
        self.values = [*self.values, value][-self.capacity :]


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_a_slow_model(capacity: int, seed: int) -> None:
    assert_same(FIFOCache(capacity), SlowFIFO(capacity), seed)


def test_evicts_the_oldest_arrival_however_often_it_was_used() -> None:
    cache: FIFOCache[str, int] = FIFOCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    for _ in range(9):
        cache.get("ada")
    cache.put("cyd", 3)
    assert "ada" not in cache
    assert cache.get("bob") == 2


def test_storing_a_held_key_again_keeps_its_place() -> None:
    cache: FIFOCache[str, int] = FIFOCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.put("ada", 3)
    assert cache.get("ada") == 3
    cache.put("cyd", 4)
    assert "ada" not in cache


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: FIFOCache[object, object] = FIFOCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    cache: FIFOCache[str, int] = FIFOCache(1)
    with pytest.raises(KeyError, match="ada"):
        cache.get("ada")


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        FIFOCache(capacity)
