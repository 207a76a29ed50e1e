from collections import Counter
from random import Random

import pytest

from snippets.caching.w_tinylfu_cache import WTinyLFUCache
from tests.snippets.caching.driver import VALUES, assert_same


class SlowWTinyLFU:
    """Three lists in order of use, oldest first, and a list of all uses."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.window_size = max(capacity // 100, 1)
        self.window: list[object] = []
        self.probation: list[object] = []
        self.protected: list[object] = []
        self.values: dict[object, object] = {}
        self.uses: list[object] = []  # since the last halving, and its rest

    def __contains__(self, key: object) -> bool:
        return key in self.window + self.probation + self.protected

    def get(self, key: object) -> object:
        if key not in self:
            raise KeyError(key)
        self.use(key)
        main_size = self.capacity - self.window_size
        if key in self.window:
            self.window.remove(key)
            self.window.append(key)
            return self.values[key]
        for part in (self.probation, self.protected):
            if key in part:
                part.remove(key)
        self.protected.append(key)
        if len(self.protected) > main_size * 4 // 5:
            self.probation.append(self.protected.pop(0))
        return self.values[key]

    def use(self, key: object) -> None:
        self.uses.append(key)
        if len(self.uses) == 10 * self.capacity:
            self.uses = [
                kept
                for name, count in Counter(self.uses).items()
                for kept in [name] * (count // 2)
            ]

    def put(self, key: object, value: object) -> None:
        self.values[key] = value
        if key in self:
            self.get(key)
            return
        self.use(key)
        self.window.append(key)
        if len(self.window) <= self.window_size:
            return
        candidate = self.window.pop(0)
        main = len(self.probation) + len(self.protected)
        if main < self.capacity - self.window_size:
            self.probation.append(candidate)
        elif self.probation and (
            self.uses.count(candidate) > self.uses.count(self.probation[0])
        ):
            self.probation[:1] = []
            self.probation.append(candidate)


def used(names: str, capacity: int) -> WTinyLFUCache[str, int]:
    """A cache that got these keys, a letter each, in this order."""
    cache: WTinyLFUCache[str, int] = WTinyLFUCache(capacity)
    for name in names:
        cache.put(name, 0)
    return cache


@pytest.mark.parametrize("capacity", [1, 2, 3, 5, 7, 8])
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
    assert list(cache.probation) == model.probation
    assert list(cache.protected) == model.protected


def main(cache: WTinyLFUCache[str, int]) -> list[str]:
    """The keys of the main part, sorted."""
    return sorted([*cache.probation, *cache.protected])


def test_a_newcomer_used_no_more_than_the_victim_is_not_admitted() -> None:
    cache = used("aabbcd", capacity=3)
    assert main(cache) == ["a", "b"]
    assert list(cache.window) == ["d"]


def test_a_newcomer_used_more_often_replaces_the_victim() -> None:
    assert main(used("aabbcccd", capacity=3)) == ["b", "c"]


def test_uses_count_even_while_the_key_is_not_held() -> None:
    assert main(used("aabbcdcdcd", capacity=3)) == ["b", "c"]


def test_a_hit_in_the_main_part_protects() -> None:
    cache = used("abcdea", capacity=6)
    assert list(cache.protected) == ["a"]
    assert list(cache.probation) == ["b", "c", "d"]


def test_four_fifths_of_the_main_part_are_protected_at_most() -> None:
    cache = used("abcdef" + "abcde", capacity=6)
    assert list(cache.protected) == ["b", "c", "d", "e"]
    assert list(cache.probation) == ["a"]


def test_old_fame_fades() -> None:
    cache = used("a" * 12 + "b" * 12, capacity=3)
    newcomers = 0
    while "a" in cache:
        cache.put("c", 0)
        cache.put("d", 0)
        newcomers += 1
    # 12 uses of a: without halving c would need 13.
    assert newcomers < 12


def test_counts_no_more_keys_than_ten_per_entry() -> None:
    cache: WTinyLFUCache[int, int] = WTinyLFUCache(20)
    for key in range(10_000):
        cache.put(key, 0)
        assert len(cache._uses) <= 200


def test_halves_when_the_counts_add_up_to_ten_per_entry() -> None:
    cache: WTinyLFUCache[int, int] = WTinyLFUCache(100)
    cache.put(0, 0)
    halved_at = []
    for use in range(2, 5_001):
        before = sum(cache._uses.values())
        cache.get(0)
        if sum(cache._uses.values()) < before:
            halved_at.append(use)
    assert halved_at == list(range(1_000, 5_001, 500))


def test_never_holds_more_than_its_capacity() -> None:
    cache: WTinyLFUCache[int, int] = WTinyLFUCache(20)
    rng = Random(1)
    for _ in range(2_000):
        cache.put(int(100 * rng.random() ** 2), 0)
        parts = cache.window, cache.probation, cache.protected
        assert sum(map(len, parts)) <= 20
    assert sum(map(len, parts)) == 20


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: WTinyLFUCache[object, object] = WTinyLFUCache(1)
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="ada"):
        WTinyLFUCache[str, int](2).get("ada")


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        WTinyLFUCache(capacity)
