"""What an LFU cache promises, one promise per test."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import Any

import pytest
from solution import LFU


def cache_of(capacity: int, *keys: object) -> LFU[object]:
    """A cache of which each key was requested, the first one first."""
    cache: LFU[object] = LFU(capacity)
    for key in keys:
        cache.request(key)
    return cache


def held(cache: LFU[object], *keys: object) -> list[object]:
    """Those of the keys that the cache holds."""
    return [key for key in keys if key in cache]


def empty(cache: LFU[object]) -> list[int]:
    """The use counts whose buckets are empty."""
    return [uses for uses, bucket in cache.buckets.items() if not bucket]


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


class Counted[V](dict[Any, V]):
    """A dict of which each entry that is looked at is a step."""

    def __iter__(self) -> Iterator[Any]:
        for key in list(super().keys()):  # noqa: UP028
            yield key

    def keys(self) -> Any:
        return iter(self)

    def values(self) -> Any:
        return (self[key] for key in self)

    def items(self) -> Any:
        return ((key, self[key]) for key in self)


class Buckets(Counted[OrderedDict[object, None]]):
    """Buckets that a defaultdict may hold."""

    def __missing__(self, uses: int) -> OrderedDict[object, None]:
        return self.setdefault(uses, OrderedDict())


def cost(size: int) -> int:
    """Steps of a hit and two evictions, of which the second frees a bucket."""
    cache: LFU[object] = LFU(size)
    cache.buckets = Buckets()
    for name, value in vars(cache).items():
        if type(value) is dict and not value:
            setattr(cache, name, Counted[Any]())
    for key in range(size):
        for _ in range(key + 1):
            cache.request(key)
    assert type(cache.buckets) is Buckets, (
        "Free the buckets in place; a new dict per request copies all of them."
    )

    def three() -> None:
        cache.request(0)
        cache.request("newcomer")
        cache.request("next newcomer")

    return steps(three)


def test_a_second_request_is_a_hit() -> None:
    cache = cache_of(2, "ada")
    assert not cache.request("bob"), "The first request for a key is a miss."
    assert cache.request("ada"), "A key that is held is a hit."


def test_the_least_frequently_used_leaves() -> None:
    cache = cache_of(2, "ada", "ada", "bob", "cyd")
    assert held(cache, "ada", "bob", "cyd") == ["ada", "cyd"], (
        "A request beyond the capacity evicts the least frequently used: ada "
        "was used twice, bob once, so bob leaves."
    )


def test_of_equally_used_keys_the_older_use_leaves() -> None:
    cache = cache_of(2, "ada", "bob", "cyd")
    assert held(cache, "ada", "bob", "cyd") == ["bob", "cyd"], (
        "Of keys that were used equally often the oldest use leaves: ada's."
    )


def test_a_newcomer_is_the_next_victim() -> None:
    keys = "ada", "bob", "cyd", "dan"
    cache = cache_of(2, "ada", "ada", "bob", "bob", "cyd", "dan")
    assert held(cache, *keys) == ["bob", "dan"], (
        "A newcomer has been used once, so 1 is the lowest count again. cyd "
        "came last and leaves first, as bob was used twice."
    )


@pytest.mark.parametrize("key", [None, 0, ""], ids=repr)
def test_any_key_can_be_held_and_evicted(key: object) -> None:
    cache = cache_of(1, key)
    assert cache.request(key), "A key may be false, as None and 0 are."
    cache.request("ada")
    assert key not in cache, "A key that is false can be a victim as well."


def test_a_hit_leaves_no_empty_bucket() -> None:
    cache = cache_of(2, "ada", "bob", "ada", "ada")
    assert not empty(cache), (
        "A hit can empty a bucket. ada was alone in bucket 2 and moved to 3: "
        "who will ever need bucket 2 again?"
    )


def test_an_eviction_leaves_no_empty_bucket() -> None:
    cache = cache_of(1, "ada", "ada", "bob")
    assert not empty(cache), (
        "An eviction can empty a bucket. ada was alone in bucket 2 and was "
        "evicted, and bob starts in bucket 1."
    )


def test_a_thousand_hits_cost_no_memory() -> None:
    cache = cache_of(10, *["ada"] * 1_000)
    assert len(cache.buckets) == 1, (
        "One entry needs one bucket, however often it is used."
    )


def test_many_buckets_cost_no_more_steps_than_few() -> None:
    few, many = cost(5), cost(40)
    assert many == few, (
        "No request may look at all buckets. Nor at all keys: a hit and two "
        f"evictions take {few} steps with 5 of each, but {many} with 40."
    )


def test_an_eviction_after_many_hits_costs_no_more_steps() -> None:
    few, many = (
        steps(partial(cache_of(2, *["ada", "bob"] * hits).request, "cyd"))
        for hits in (5, 500)
    )
    assert many == few, (
        "An eviction may not walk up the counts to find the lowest. This one "
        f"takes {few} steps after 5 uses of each key, but {many} after 500."
    )


@pytest.mark.parametrize("capacity", [1, 2, 5])
def test_random_requests_agree_with_a_slow_model(capacity: int) -> None:
    cache = cache_of(capacity)
    uses: dict[int, int] = {}
    used_at: dict[int, int] = {}
    rng = Random(capacity)
    for now in range(1_000):
        key = rng.randrange(8)
        hit = key in uses
        if not hit and len(uses) == capacity:
            del uses[min(uses, key=lambda held: (uses[held], used_at[held]))]
        uses[key] = uses.get(key, 0) + 1
        used_at[key] = now
        assert cache.request(key) == hit, (
            f"Request {now} of a random mix: is it a hit? {hit}, said the "
            "cache before its repair. Which victim has changed?"
        )
        assert not empty(cache), f"Request {now} left an empty bucket behind."
