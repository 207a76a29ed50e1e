"""Capacity 0, unguarded: the same cache crashes, overfills or forgets.

DELIBERATELY WRONG: the three unguarded caches below store ten keys with
room for none. Which fault you get depends on the order of two lines.

Time: O(1) per put. Space: O(capacity), plus one where it overfills.
Source: lru_cache's code for maxsize == 0,
https://github.com/python/cpython/blob/3.14/Lib/functools.py
"""

from collections import OrderedDict
from collections.abc import Callable

type Cache = OrderedDict[int, int]


def evict_first(cache: Cache, capacity: int, key: int) -> None:
    """WRONG at 0: there is nothing to evict yet."""
    if key not in cache and len(cache) >= capacity:
        cache.popitem(last=False)
    cache[key] = 0


def evict_if_any(cache: Cache, capacity: int, key: int) -> None:
    """WRONG at 0: holds one entry more than allowed."""
    if cache and key not in cache and len(cache) >= capacity:
        cache.popitem(last=False)
    cache[key] = 0


def evict_last(cache: Cache, capacity: int, key: int) -> None:
    """WRONG at 0 if nobody asked for a cache that never hits."""
    cache[key] = 0
    if len(cache) > capacity:
        cache.popitem(last=False)


def guarded(cache: Cache, capacity: int, key: int) -> None:
    """Right: names the mistake where it was made."""
    if capacity < 1:
        raise ValueError(f"capacity must be at least 1, got {capacity}")
    evict_first(cache, capacity, key)


def outcome(put: Callable[[Cache, int, int], None], capacity: int) -> str:
    """What remains after ten puts, or the error that stopped them."""
    cache: Cache = OrderedDict()
    try:
        for key in range(10):
            put(cache, capacity, key)
    except (KeyError, ValueError) as error:
        return f"{type(error).__name__}: {error.args[0]}"
    return f"holds {len(cache)} of capacity {capacity}"


if __name__ == "__main__":
    for put in [evict_first, evict_if_any, evict_last, guarded]:
        print(f"{put.__name__:13} {outcome(put, 0)}")
