from collections import Counter
from random import Random

import pytest

from snippets.caching.w_tinylfu_cache import WTinyLFUCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowWTinyLFU:
    """Two lists in order of use, oldest first, and a list of all uses."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.window_size = max(capacity // 100, 1)
        self.window: list[object] = []
        self.main: list[object] = []
        self.values: dict[object, object] = {}
        self.uses: list[object] = []  # since the last halving, and its rest

    def __contains__(self, key: object) -> bool:
        return key in self.window + self.main

    def get(self, key: object) -> object:
        if key not in self:
            raise KeyError(key)
        part = self.window if key in self.window else self.main
        part.remove(key)
        part.append(key)
        self.uses.append(key)
        if len(self.uses) == 10 * self.capacity:
            self.uses = [
                kept
                for name, count in Counter(self.uses).items()
                for kept in [name] * (count // 2)
            ]
        return self.values[key]

    def put(self, key: object, value: object) -> None:
        if key not in self:
            self.window.append(key)
        self.values[key] = value
        self.get(key)
        if len(self.window) <= self.window_size:
            return
        candidate = self.window.pop(0)
        if len(self.main) < self.capacity - self.window_size:
            self.main.append(candidate)
        elif self.uses.count(candidate) > self.uses.count(self.main[0]):
            self.main[:1] = []
            self.main.append(candidate)


def used(names: str, capacity: int) -> WTinyLFUCache[str, int]:
    """A cache that got these keys, a letter each, in this order."""
    cache: WTinyLFUCache[str, int] = WTinyLFUCache(capacity)
    for name in names:
        cache.put(name, 0)
    return cache


@pytest.mark.parametrize("capacity", [2, 3, 5, 8])
@pytest.mark.parametrize("seed", range(20))
def test_agrees_with_a_slow_model(capacity: int, seed: int) -> None:
    assert_same(WTinyLFUCache(capacity), SlowWTinyLFU(capacity), seed)


def test_agrees_with_a_window_of_more_than_one() -> None:
    cache: WTinyLFUCache[int, int] = WTinyLFUCache(250)
    model, rng = SlowWTinyLFU(250), Random(1)
    for _ in range(6_000):
        key = int(1_000 * rng.random() ** 2)
        cache.put(key, 0)
        model.put(key, 0)
    assert list(cache.window) == model.window
    assert list(cache.main) == model.main


def test_a_newcomer_used_no_more_than_the_victim_is_not_admitted() -> None:
    cache = used("aabbcd", capacity=3)
    assert list(cache.main) == ["a", "b"]
    assert list(cache.window) == ["d"]


def test_a_newcomer_used_more_often_replaces_the_victim() -> None:
    cache = used("aabbcccd", capacity=3)
    assert list(cache.main) == ["b", "c"]


def test_uses_count_even_while_the_key_is_not_held() -> None:
    cache = used("aabbcdcdcd", capacity=3)
    assert list(cache.main) == ["b", "c"]


def test_old_fame_fades() -> None:
    cache = used("a" * 12 + "b" * 12, capacity=3)
    newcomers = 0
    while "a" in cache:
        cache.put("c", 0)
        cache.put("d", 0)
        newcomers += 1
    # 12 uses of a: without halving c would need 13.
    assert newcomers < 12


def test_never_holds_more_than_its_capacity() -> None:
    cache: WTinyLFUCache[int, int] = WTinyLFUCache(20)
    rng = Random(1)
    for _ in range(2_000):
        cache.put(int(100 * rng.random() ** 2), 0)
        assert len(cache.window) + len(cache.main) <= 20
    assert len(cache.window) + len(cache.main) == 20


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: WTinyLFUCache[object, object] = WTinyLFUCache(2)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="ada"):
        WTinyLFUCache[str, int](2).get("ada")


@pytest.mark.parametrize("capacity", [1, 0, -1])
def test_a_capacity_below_two_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        WTinyLFUCache(capacity)
