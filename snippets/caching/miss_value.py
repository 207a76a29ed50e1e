"""Miss detection, wrong and right: only a sentinel tells a miss from a value.

DELIBERATELY WRONG: the first three tests. Each takes some stored value for a
miss, so that value costs a database query on every request, for ever.

Time: O(1) per lookup. Space: O(1).
Source: functools.lru_cache, whose source marks a miss with a fresh object(),
https://github.com/python/cpython/blob/3.14/Lib/functools.py
"""

from collections.abc import Callable

type Cache = dict[str, object]
MISSING = object()  # identical only to itself; keep it private


def minus_one_is_a_miss(cache: Cache, key: str) -> bool:
    """WRONG for a stored -1."""
    return cache.get(key, -1) != -1


def falsy_is_a_miss(cache: Cache, key: str) -> bool:
    """WRONG for a stored 0, "", [] or None."""
    return bool(cache.get(key))


def none_is_a_miss(cache: Cache, key: str) -> bool:
    """WRONG for a stored None, such as "this user does not exist"."""
    return cache.get(key) is not None


def sentinel_is_a_miss(cache: Cache, key: str) -> bool:
    """Right for every value but MISSING itself."""
    return cache.get(key, MISSING) is not MISSING


TESTS: dict[str, Callable[[Cache, str], bool]] = {
    "-1": minus_one_is_a_miss,
    "falsy": falsy_is_a_miss,
    "None": none_is_a_miss,
    "sentinel": sentinel_is_a_miss,
}

if __name__ == "__main__":
    stored = [-1, 0, "", None, 42]
    cache: Cache = {repr(value): value for value in stored}
    print("stored " + "".join(f"{name:>10}" for name in TESTS))
    for key in [*cache, "absent"]:
        found = [
            "hit" if test(cache, key) else "miss" for test in TESTS.values()
        ]
        print(f"{key:7}" + "".join(f"{word:>10}" for word in found))
