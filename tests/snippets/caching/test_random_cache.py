from collections import Counter
from random import Random

import pytest

from snippets.caching.random_cache import RandomCache
from tests.snippets.caching.driver import KEYS, VALUES, answer, held


@pytest.mark.parametrize("capacity", [1, 2, 3, 7, 8])
@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_a_dict_except_for_one_victim_when_full(
    capacity: int, seed: int
) -> None:
    cache: RandomCache[object, object] = RandomCache(capacity, Random(seed))
    model: dict[object, object] = {}
    rng = Random(seed + 1)
    for _ in range(1_000):
        key, value = rng.choice(KEYS), rng.choice(VALUES)
        if rng.random() < 0.5:
            missing = ("miss", None)
            expected = ("hit", model[key]) if key in model else missing
            assert answer(cache, key) == expected
            continue
        cache.put(key, value)
        gone = [old for old in model if old not in cache]
        evicts = key not in model and len(model) == capacity
        assert len(gone) == evicts
        for old in gone:
            del model[old]
        model[key] = value
        assert held(cache) == [key for key in KEYS if key in model]


def test_draws_each_victim_equally_often() -> None:
    evicted: Counter[int] = Counter()
    rng = Random(1)
    for _ in range(10_000):
        cache: RandomCache[int, int] = RandomCache(4, rng)
        for key in range(5):
            cache.put(key, 0)
        evicted[next(key for key in range(5) if key not in cache)] += 1
    # Standard deviation: the root of 10,000 * 1/4 * 3/4, which is 43.
    assert sorted(evicted) == [0, 1, 2, 3]
    assert all(abs(count - 2_500) < 4 * 43 for count in evicted.values())


def test_the_same_seed_evicts_the_same_keys() -> None:
    def survivors(seed: int) -> list[int]:
        cache: RandomCache[int, int] = RandomCache(10, Random(seed))
        for key in range(100):
            cache.put(key, key)
        return [key for key in range(100) if key in cache]

    assert survivors(1) == survivors(1)
    assert survivors(1) != survivors(2)


def test_storing_a_held_key_again_evicts_nothing() -> None:
    cache: RandomCache[str, int] = RandomCache(2, Random(1))
    cache.put("ada", 1)
    cache.put("bob", 2)
    cache.put("ada", 3)
    assert cache.get("ada") == 3
    assert cache.get("bob") == 2


@pytest.mark.parametrize("value", VALUES)
def test_any_stored_value_is_a_hit(value: object) -> None:
    cache: RandomCache[object, object] = RandomCache(1, Random(1))
    cache.put(None, value)
    assert cache.get(None) == value


def test_a_miss_is_a_key_error() -> None:
    cache: RandomCache[str, int] = RandomCache(1, Random(1))
    with pytest.raises(KeyError, match="ada"):
        cache.get("ada")


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_capacity_below_one_is_an_error_that_names_it(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"got {capacity}$"):
        RandomCache(capacity, Random(1))
