from random import Random

import pytest

from snippets.caching.s3_fifo_cache import S3FIFOCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowS3FIFO:
    """Algorithm 1 of the paper, step by step, on lists; the tail is last."""

    def __init__(self, capacity: int) -> None:
        self.small_size = max(capacity // 10, 1)
        self.main_size = capacity - self.small_size
        self.small: list[object] = []
        self.main: list[object] = []
        self.ghost: list[object] = []
        self.frequency: dict[object, int] = {}
        self.values: dict[object, object] = {}

    def __contains__(self, key: object) -> bool:
        return key in self.small + self.main

    def get(self, key: object) -> object:
        if key not in self:
            raise KeyError(key)
        self.frequency[key] = min(self.frequency[key] + 1, 3)
        return self.values[key]

    def put(self, key: object, value: object) -> None:
        if key in self:
            self.get(key)
        else:
            self.insert(key)
        self.values[key] = value

    def insert(self, key: object) -> None:
        while len(self.small) + len(self.main) >= (
            self.small_size + self.main_size
        ):
            if len(self.small) >= self.small_size:
                self.evict_small()
            else:
                self.evict_main()
        if key in self.ghost:
            self.ghost.remove(key)
            self.main.insert(0, key)
        else:
            self.small.insert(0, key)
        self.frequency[key] = 0

    def evict_small(self) -> None:
        evicted = False
        while not evicted and self.small:
            tail = self.small.pop()
            if self.frequency[tail] > 1:
                self.main.insert(0, tail)
                self.frequency[tail] = 0
                if len(self.main) > self.main_size:
                    self.evict_main()
            else:
                self.ghost.insert(0, tail)
                del self.ghost[self.main_size :]
                evicted = True

    def evict_main(self) -> None:
        evicted = False
        while not evicted and self.main:
            tail = self.main.pop()
            if self.frequency[tail] > 0:
                self.main.insert(0, tail)
                self.frequency[tail] -= 1
            else:
                evicted = True


def used(*names: str, capacity: int) -> S3FIFOCache[str, int]:
    """A cache that got these keys in this order."""
    cache: S3FIFOCache[str, int] = S3FIFOCache(capacity)
    for name in names:
        cache.put(name, 0)
    return cache


@pytest.mark.parametrize("capacity", [1, 2, 3, 5, 7, 8])
@pytest.mark.parametrize("seed", range(20))
def test_agrees_with_the_algorithm_of_the_paper(
    capacity: int, seed: int
) -> None:
    assert_same(S3FIFOCache(capacity), SlowS3FIFO(capacity), seed)


@pytest.mark.parametrize("capacity", [20, 35])
def test_agrees_with_a_small_queue_of_more_than_one(capacity: int) -> None:
    cache: S3FIFOCache[int, int] = S3FIFOCache(capacity)
    model, rng = SlowS3FIFO(capacity), Random(capacity)
    for _ in range(5_000):
        key = int(100 * rng.random() ** 2)
        cache.put(key, 0)
        model.put(key, 0)
        assert list(cache.small) == model.small[::-1]
        assert list(cache.main) == model.main[::-1]
        assert list(cache.ghost) == model.ghost[::-1]


def test_two_hits_lead_from_small_to_main_and_one_does_not() -> None:
    cache = used(*"aaa bb c d e f".replace(" ", ""), capacity=4)
    assert list(cache.main) == ["a"]
    assert "b" not in cache
    assert "b" in cache.ghost


def test_a_ghost_comes_back_to_main() -> None:
    cache = used(*"abcde", capacity=4)
    assert list(cache.ghost) == ["a"]
    cache.put("a", 1)
    assert list(cache.main) == ["a"]
    assert "a" not in cache.ghost


def test_a_ghost_is_a_miss() -> None:
    cache = used(*"abcde", capacity=4)
    assert "a" not in cache
    with pytest.raises(KeyError, match="a"):
        cache.get("a")


def test_there_are_never_more_ghosts_than_places_in_main() -> None:
    cache: S3FIFOCache[int, int] = S3FIFOCache(20)
    for key in range(1_000):
        cache.put(key, 0)
    assert len(cache.ghost) == 18
    assert len(cache.small) + len(cache.main) == 20


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: S3FIFOCache[object, object] = S3FIFOCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        S3FIFOCache(capacity)
