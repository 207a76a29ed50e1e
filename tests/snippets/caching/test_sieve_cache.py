import pytest

from snippets.caching.sieve_cache import SieveCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowSieve:
    """Algorithm 1 of the paper, word for word, on a list from head to tail."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.queue: list[object] = []
        self.visited: dict[object, bool] = {}
        self.values: dict[object, object] = {}
        self.hand: list[object] = []  # the key it points at, or nothing

    def __contains__(self, key: object) -> bool:
        return key in self.queue

    def get(self, key: object) -> object:
        value = self.values[key]
        self.visited[key] = True
        return value

    def put(self, key: object, value: object) -> None:
        if key in self.queue:
            self.visited[key] = True
        else:
            if len(self.queue) == self.capacity:
                self.evict()
            self.queue.insert(0, key)
            self.visited[key] = False
        self.values[key] = value

    def evict(self) -> None:
        tail = len(self.queue) - 1
        place = self.queue.index(self.hand[0]) if self.hand else tail
        while self.visited[self.queue[place]]:
            self.visited[self.queue[place]] = False
            place = place - 1 if place > 0 else tail
        self.hand = [self.queue[place - 1]] if place > 0 else []
        key = self.queue.pop(place)
        del self.visited[key], self.values[key]


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("seed", range(20))
def test_agrees_with_the_algorithm_of_the_paper(
    capacity: int, seed: int
) -> None:
    assert_same(SieveCache(capacity), SlowSieve(capacity), seed)


def test_spares_a_visited_entry_and_moves_on() -> None:
    cache: SieveCache[str, int] = SieveCache(3)
    for name in ["ada", "bob", "cyd"]:
        cache.put(name, 0)
    cache.get("ada")
    cache.put("dan", 0)
    assert "ada" in cache
    assert "bob" not in cache
    cache.put("eve", 0)
    assert "ada" in cache, "the hand is past ada, at cyd"
    assert "cyd" not in cache


def test_starts_again_at_the_tail_after_evicting_the_head() -> None:
    cache: SieveCache[str, int] = SieveCache(2)
    cache.put("ada", 0)
    cache.put("bob", 0)
    cache.get("ada")
    cache.put("cyd", 0)
    assert "bob" not in cache
    cache.put("dan", 0)
    assert "ada" not in cache, "its bit was cleared on the way to bob"


def test_with_every_entry_visited_the_oldest_goes() -> None:
    cache: SieveCache[str, int] = SieveCache(3)
    for name in ["ada", "bob", "cyd"]:
        cache.put(name, 0)
        cache.get(name)
    cache.put("dan", 0)
    assert "ada" not in cache


def test_storing_a_held_key_again_is_a_visit() -> None:
    cache: SieveCache[str, int] = SieveCache(2)
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.put("ada", 3)
    cache.put("cyd", 4)
    assert cache.get("ada") == 3
    assert "bob" not in cache


def test_one_scan_evicts_whatever_was_never_visited_and_nothing_else() -> None:
    cache: SieveCache[int, int] = SieveCache(1_000)
    for key in range(1_000):
        cache.put(key, 0)
    for key in range(0, 1_000, 100):
        cache.get(key)
    for key in range(1_000, 2_000):
        cache.put(key, 0)
    assert [key for key in range(1_000) if key in cache] == list(
        range(0, 1_000, 100)
    )


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: SieveCache[object, object] = SieveCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    cache: SieveCache[str, int] = SieveCache(1)
    with pytest.raises(KeyError, match="ada"):
        cache.get("ada")


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        SieveCache(capacity)
