"""What a TTL cache promises, one promise per test."""

import sys
from collections.abc import Callable
from fractions import Fraction
from gc import collect
from random import Random
from typing import Any
from weakref import ref

import pytest
from solution import TTLCache


def cache_of(
    capacity: int, *puts: tuple[object, float], ttl: float = 10
) -> TTLCache[object, object]:
    """A cache into which each key was put at its time."""
    cache: TTLCache[object, object] = TTLCache(capacity, ttl)
    for key, now in puts:
        cache.put(key, f"value of {key}", now)
    return cache


def is_hit(cache: TTLCache[object, object], key: object, now: float) -> bool:
    """Whether `get` gives a value."""
    try:
        cache.get(key, now)
    except KeyError:
        return False
    return True


def steps(action: Callable[[], object]) -> int:
    """Lines that Python executes for it; no clock, so always the same."""
    count = 0

    def trace(*_: Any) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


def cost(size: int) -> int:
    """Steps of a put and a get in a full cache with only live entries.

    Fractions and keys are compared by code in Python: its steps count, even
    if the loop around them is one of `min`, `sorted` or `list.remove`.
    """
    zero: Any = Fraction(0)
    cache = cache_of(size, *[(Key(key), zero) for key in range(size)])
    middle, newcomer = Key(size // 2), Key(size)
    return (
        steps(lambda: cache.get(middle, zero + 1))
        + steps(lambda: cache.put(middle, None, zero + 1))
        + steps(lambda: cache.put(newcomer, None, zero + 1))
        + steps(lambda: cache.get(newcomer, zero + 2))
    )


def cost_of_expiry(size: int) -> int:
    """Steps of three puts into a full cache in each of which one expires."""
    zero: Any = Fraction(0)
    cache = cache_of(
        size, *[(Key(key), zero + key) for key in range(size)], ttl=size
    )
    return sum(
        steps(lambda n=n: cache.put(Key(n), None, zero + n))  # type: ignore[misc]
        for n in range(size, size + 3)
    )


class Key:
    """A key whose comparisons are steps; it can be watched."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.number == other.number


class Value:
    """A value that can be watched."""


def test_a_live_entry_gives_its_value() -> None:
    assert cache_of(2, ("ada", 0)).get("ada", 9.9) == "value of ada", (
        "`get` gives the value while the entry is live."
    )


def test_a_key_that_was_never_put_is_a_key_error() -> None:
    assert not is_hit(cache_of(2, ("ada", 0)), "bob", 0), (
        "A miss is a KeyError: no value could say it, as all may be stored."
    )


def test_an_entry_expires_at_its_time_to_live_exactly() -> None:
    assert not is_hit(cache_of(2, ("ada", 0)), "ada", 10), (
        "Put at 0 with a TTL of 10, an entry is live before 10. "
        "At 10 it has expired. That is `now >= expires_at`."
    )


def test_an_expired_entry_is_a_miss() -> None:
    assert not is_hit(cache_of(2, ("ada", 0)), "ada", 11), (
        "An expired entry is a miss, even though it is still in memory."
    )


@pytest.mark.parametrize("value", [None, 0, ""], ids=repr)
def test_any_value_is_a_hit(value: object) -> None:
    cache = cache_of(2)
    cache.put("ada", value, 0)
    assert is_hit(cache, "ada", 1), (
        "A value that is false, as None or 0, is a value."
    )


def test_a_get_does_not_prolong() -> None:
    cache = cache_of(2, ("ada", 0))
    assert is_hit(cache, "ada", 9), "At 9 the entry is live."
    assert not is_hit(cache, "ada", 11), (
        "A read does not prolong an entry. A TTL bounds the age of the answer, "
        "and reading makes no answer younger."
    )


def test_a_put_of_an_existing_key_starts_a_new_time_to_live() -> None:
    cache = cache_of(2, ("ada", 0), ("ada", 8))
    assert is_hit(cache, "ada", 15), (
        "A second put starts a new time to live. It is a new answer: put at 8, "
        "it is live until 18."
    )


def test_a_put_of_an_existing_key_replaces_its_value() -> None:
    cache = cache_of(2, ("ada", 0))
    cache.put("ada", "new", 1)
    assert cache.get("ada", 2) == "new", "The second put replaces the value."


def test_an_expired_entry_makes_room_before_a_live_one() -> None:
    cache = cache_of(2, ("ada", 0), ("bob", 5))
    cache.get("ada", 6)  # bob is the least recently used now
    cache.put("cyd", 3, 10)
    assert is_hit(cache, "bob", 11), (
        "Expired entries leave first. At 10 ada has expired, so that there is "
        "room, and bob, which is live, must stay."
    )
    assert is_hit(cache, "cyd", 11), "The new entry is held."


def test_without_expired_entries_the_least_recently_used_leaves() -> None:
    cache = cache_of(2, ("ada", 0), ("bob", 1))
    cache.get("ada", 2)
    cache.put("cyd", 3, 3)
    assert not is_hit(cache, "bob", 4), (
        "All are live: the least recently used leaves, that is bob."
    )
    assert is_hit(cache, "ada", 4), "ada was used later than bob, and stays."


def test_a_put_of_an_existing_key_is_a_use() -> None:
    cache = cache_of(2, ("ada", 0), ("bob", 1), ("ada", 2), ("cyd", 3))
    assert is_hit(cache, "ada", 4), (
        "A put of an existing key is a use. ada was put again after bob, so "
        "bob is the least recently used and leaves."
    )


def test_a_put_of_an_existing_key_evicts_nothing() -> None:
    cache = cache_of(2, ("ada", 0), ("bob", 1), ("bob", 2))
    assert is_hit(cache, "ada", 3), (
        "A put of an existing key needs no room and evicts nothing."
    )


def test_a_full_cache_holds_its_capacity() -> None:
    cache = cache_of(3, *[(key, 0.0) for key in range(10)])
    assert len(cache) == 3, "Never hold more entries than the capacity."


def test_nothing_is_kept_of_what_expired() -> None:
    cache = cache_of(2)
    watched: list[ref[Value]] = []
    for now in range(0, 60, 20):
        value = Value()
        watched.append(ref(value))
        cache.put(now, value, now)
        del value
    cache.put("ada", 1, 60)
    cache.put("bob", 2, 60)
    collect()
    assert not [value for value in watched if value() is not None], (
        "What has left the cache must leave the memory. Something else still "
        "refers to the values that expired."
    )


@pytest.mark.parametrize("different", [1, 0])
def test_no_key_is_kept_of_what_has_left(different: int) -> None:
    cache = cache_of(2)
    watched: list[ref[Key]] = []
    for number in range(50):
        key = Key(number * different)
        watched.append(ref(key))
        cache.put(key, number, 20 * number)
        del key
    collect()
    kept = sum(key() is not None for key in watched)
    assert kept <= 3, (
        "What has left the cache must leave every structure. Of 50 puts, each "
        f"after the end of the one before, {kept} keys are still in memory: "
        "it grows for ever."
    )


def test_one_that_expires_costs_about_as_much_among_many() -> None:
    few, many = cost_of_expiry(10), cost_of_expiry(2_000)
    assert many < 4 * few, (
        "When one entry expires, the live ones need no look. The next to "
        f"expire is always in front. Three puts take {few} steps with 10 "
        f"entries, but {many} with 2,000."
    )


def test_many_live_entries_cost_about_as_many_steps_as_few() -> None:
    few, many = cost(10), cost(2_000)
    assert many < 4 * few, (
        "A request must not look at every entry. With one TTL the entries "
        "expire in the order of their puts. A put and a get take "
        f"{few} steps with 10 entries, but {many} with 2,000."
    )


def test_a_thousand_random_requests_agree_with_a_slow_model() -> None:
    cache = cache_of(3, ttl=7)
    model: dict[object, float] = {}  # expiry; oldest use first
    rng, now = Random(1), 0
    for number in range(1_000):
        now += rng.randrange(3)
        key = rng.randrange(6)
        live = {old: time for old, time in model.items() if now < time}
        if rng.random() < 0.5:
            cache.put(key, number, now)
            model = live
            model.pop(key, None)
            if len(model) == 3:
                del model[next(iter(model))]
            model[key] = now + 7
        else:
            hit = is_hit(cache, key, now)
            assert hit == (key in live), (
                f"Request {number} of a random mix, a get at {now}, is a "
                f"{'hit' if hit else 'miss'} and should not be."
            )
            if hit:
                model[key] = model.pop(key)
