"""LRU: a hit makes an entry the newest, so another one leaves.

Time: O(1) per call. Space: O(maxsize).
Source: Python documentation, functools.lru_cache,
https://docs.python.org/3/library/functools.html#functools.lru_cache
"""

from functools import lru_cache


@lru_cache(maxsize=2)
def square(number: int) -> int:
    """The number times itself."""
    return number * number


if __name__ == "__main__":
    for number in [1, 2, 1, 3, 2]:
        square(number)
    counts = square.cache_info()
    print(f"hits {counts.hits}, misses {counts.misses}")
