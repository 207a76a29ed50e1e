"""What an LRU cache promises, one promise per test."""

import ast
import linecache
import sys
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from solution import LRUCache

SEARCHES = set(
    "OrderedDict heapq iter list max min next reversed sorted".split()
)


def cache_of(capacity: int, *keys: object) -> LRUCache[object, object]:
    """A cache into which each key was put, the first one first."""
    cache: LRUCache[object, object] = LRUCache(capacity)
    for key in keys:
        cache.put(key, f"value of {key}")
    return cache


def answer(cache: LRUCache[object, object], key: object) -> object:
    """What `get` gives, or the name of its error."""
    try:
        return cache.get(key)
    except KeyError:
        return "KeyError"


def held(cache: LRUCache[object, object], *keys: object) -> list[object]:
    """Those of the keys that the cache holds."""
    return [key for key in keys if key in cache]


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
    """Steps of a get and a put with so many entries."""
    cache = cache_of(size, *map(Key, range(size)))
    for number in range(size):
        cache.get(Key(number))  # leaves nothing that a later put clears away

    def both() -> None:
        cache.get(Key(size // 2))
        cache.put(Key(size), None)

    return steps(both)


class Unordered(dict[object, object]):
    """A dict that finds keys, but tells no order."""

    def _refuse(self, *_: object) -> Any:
        raise AssertionError(
            "A search, or an order that Python keeps, is what your links "
            "replace. The order in which a dict holds its keys is one."
        )

    __iter__ = __reversed__ = keys = values = items = popitem = _refuse


class Key:
    """A key whose comparisons are steps."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.number == other.number


def called() -> set[str | None]:
    """What the reader's code calls or imports by its name."""
    file = LRUCache.put.__code__.co_filename
    names = set[str | None]()
    for node in ast.walk(ast.parse("".join(linecache.getlines(file)))):
        match node:
            case (
                ast.Call(func=ast.Name(id=name))
                | ast.Attribute(attr="OrderedDict" as name)
                | ast.ImportFrom(module=name)
                | ast.alias(name=name)
            ):
                names.add(name)
    return names


def test_a_held_key_gives_its_value() -> None:
    cache = cache_of(2, "ada", "bob")
    assert cache.get("ada") == "value of ada", (
        "`get` gives the value that was put last under this key."
    )


def test_a_missing_key_is_a_key_error() -> None:
    assert answer(cache_of(2, "ada"), "bob") == "KeyError", (
        "A miss is a KeyError: no value could say it, as all may be stored."
    )


@pytest.mark.parametrize("value", [None, 0, ""], ids=repr)
def test_any_value_is_a_hit(value: object) -> None:
    cache: LRUCache[object, object] = LRUCache(2)
    cache.put("ada", value)
    assert answer(cache, "ada") == value, (
        "A value that is false, as None or 0, is a value. "
        "Ask whether the key is held, not whether its value is true."
    )


@pytest.mark.parametrize("key", [None, 0, ""], ids=repr)
def test_any_key_can_be_evicted(key: object) -> None:
    cache = cache_of(2, key, "ada", "bob")
    assert held(cache, key, "ada", "bob") == ["ada", "bob"], (
        "A key that is false, as None or 0, can be the victim like any other."
    )


def test_the_least_recently_used_leaves() -> None:
    cache = cache_of(2, "ada", "bob", "cyd")
    assert held(cache, "ada", "bob", "cyd") == ["bob", "cyd"], (
        "A put into a full cache evicts the least recently used: ada was used "
        "before bob, so ada leaves."
    )


def test_a_get_is_a_use() -> None:
    cache = cache_of(2, "ada", "bob")
    cache.get("ada")
    cache.put("cyd", 3)
    assert held(cache, "ada", "bob", "cyd") == ["ada", "cyd"], (
        "A hit is a use. After `get` of ada the oldest use is bob's, so bob "
        "leaves."
    )


def test_a_put_of_an_existing_key_is_a_use() -> None:
    cache = cache_of(2, "ada", "bob", "ada", "cyd")
    assert held(cache, "ada", "bob", "cyd") == ["ada", "cyd"], (
        "A put of an existing key is a use. After the second put of ada the "
        "oldest use is bob's, so bob leaves."
    )


def test_a_put_of_an_existing_key_stores_the_new_value() -> None:
    cache = cache_of(2, "ada")
    cache.put("ada", 2)
    assert cache.get("ada") == 2, "The second put replaces the first value."


def test_a_put_of_an_existing_key_evicts_nothing() -> None:
    cache = cache_of(2, "ada", "bob", "bob")
    assert held(cache, "ada", "bob") == ["ada", "bob"], (
        "A put of an existing key needs no room. It must evict nothing, even "
        "from a full cache."
    )


def test_looking_is_not_a_use() -> None:
    cache = cache_of(2, "ada", "bob")
    assert "ada" in cache, "A key that was put is held."
    cache.put("cyd", 3)
    assert "ada" not in cache, "`in` is not a use: ada was still the oldest."


@pytest.mark.parametrize("capacity", [1, 3])
def test_a_full_cache_holds_its_capacity(capacity: int) -> None:
    cache = cache_of(capacity, *range(10))
    assert len(held(cache, *range(10))) == capacity, (
        "A full cache holds as many entries as its capacity. Not one more, "
        "not one less: compare before you insert, or after, not half of each."
    )


def test_a_thousand_random_requests_agree_with_a_slow_model() -> None:
    cache: LRUCache[object, object] = LRUCache(4)
    model: dict[int, int] = {}  # oldest use first
    rng = Random(1)
    for number in range(1_000):
        key = rng.randrange(8)
        if rng.random() < 0.5:
            cache.put(key, number)
            model.pop(key, None)
            model[key] = number
            if len(model) > 4:
                del model[next(iter(model))]
        else:
            if key in model:
                model[key] = model.pop(key)
            assert answer(cache, key) == model.get(key, "KeyError"), (
                f"Request {number} of a random mix gives another answer than "
                "a list in order of use: draw the links before and after each "
                "step."
            )
        assert held(cache, *range(8)) == sorted(model), (
            f"After request {number} of a random mix other keys are held than "
            "in a list in order of use: draw the links before and after each "
            "step."
        )


def test_many_entries_cost_no_more_steps_than_few() -> None:
    few, many = cost(10), cost(300)
    assert many == few, (
        "No operation may depend on the number of entries. A get and a put "
        f"take {few} steps with 10 entries, but {many} with 300."
    )


def test_the_order_of_use_is_in_links_of_your_own() -> None:
    kept = sorted(SEARCHES & called())
    assert not kept, (
        "A search, or an order that Python keeps, is what your links replace. "
        f"Do without {', '.join(kept)}."
    )


def test_a_victim_is_found_without_the_order_of_a_dict() -> None:
    cache = cache_of(3, "ada", "bob", "cyd")
    assert not isinstance(cache, dict), "Find links in a dict, don't be one."
    parts: list[object] = [cache]
    for part in parts:
        for name, value in vars(part).items():
            if type(value) is dict:
                setattr(part, name, Unordered(value))
            elif hasattr(value, "__dict__") and value not in parts:
                parts.append(value)
    cache.get("ada")
    cache.put("dan", 4)
    assert held(cache, "ada", "bob", "dan") == ["ada", "dan"], (
        "The links alone say who leaves: bob, the least recently used."
    )
