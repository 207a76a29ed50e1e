"""Drives a cache and a slow, obvious model through the same requests."""

from random import Random
from typing import Protocol

KEYS: list[object] = [0, 1, -1, "", "ada", None, (), 2.5]
VALUES: list[object] = [0, -1, "", None, False, 7, "bob"]


class Cache(Protocol):
    """What all caches of this folder offer."""

    def __contains__(self, key: object) -> bool: ...
    def get(self, key: object) -> object: ...
    def put(self, key: object, value: object) -> None: ...


def held(cache: Cache) -> list[object]:
    """The keys held, in the order of KEYS."""
    return [key for key in KEYS if key in cache]


def answer(cache: Cache, key: object) -> tuple[str, object]:
    """A hit with its value, or a miss."""
    try:
        return "hit", cache.get(key)
    except KeyError:
        return "miss", None


def assert_same(cache: Cache, model: Cache, seed: int) -> None:
    """Both give the same answers and hold the same keys throughout."""
    rng = Random(seed)
    for _ in range(1_000):
        key = rng.choice(KEYS)
        if rng.random() < 0.5:
            assert answer(cache, key) == answer(model, key)
        else:
            value = rng.choice(VALUES)
            cache.put(key, value)
            model.put(key, value)
        assert held(cache) == held(model)
