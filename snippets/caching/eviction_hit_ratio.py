"""LRU hit ratio: what a quick sum says, what LRU does, what Che predicts.

Of 10 requests, 7 ask for one of 100 hot keys, 2 for one of 900 warm keys, 1
for one of a million others. Assumed: independent requests, uniform in each
class, equal sizes, no expiry. Standard error as measured: 0.14 points.

Time: O(1) per request. Space: O(capacity).
Source: Che, Tung, Wang, IEEE JSAC 20(7), 2002,
https://doi.org/10.1109/JSAC.2002.801752
"""

from collections import OrderedDict
from math import exp
from operator import mul
from random import Random

LOAD = {range(100): 7, range(100, 1_000): 2, range(1_000, 1_001_000): 1}
WARM_UP = 20_000  # requests


def lru_hit_ratio(capacity: int, measured: int, rng: Random) -> float:
    """Share of hits among `measured` requests that follow the warm-up."""
    classes = [keys for keys, tenths in LOAD.items() for _ in range(tenths)]
    cache: OrderedDict[int, None] = OrderedDict()
    hits = 0
    for number in range(WARM_UP + measured):
        keys = classes[int(10 * rng.random())]
        key = keys[int(len(keys) * rng.random())]
        hits += key in cache and number >= WARM_UP
        cache[key] = None
        cache.move_to_end(key)
        if len(cache) > capacity:
            cache.popitem(last=False)
    return hits / measured


def che(capacity: int) -> tuple[float, list[float]]:
    """Requests that an unused entry survives, and each class's hit ratio."""
    low, high = 0.0, 1e9
    while high - low > 1e-6:
        time = (low + high) / 2
        hits = [1 - exp(-time * n / 10 / len(keys)) for keys, n in LOAD.items()]
        held = sum(map(mul, map(len, LOAD), hits))
        low, high = (time, high) if held < capacity else (low, time)
    return time, hits


if __name__ == "__main__":
    print("quick sum: 1,000 entries hold the hot and warm keys, so 90.0 %")
    for capacity in [1_000, 2_000]:
        ratio = 100 * lru_hit_ratio(capacity, 100_000, Random(27))
        time, hits = che(capacity)
        total = 10 * sum(map(mul, LOAD.values(), hits))
        classes = ", ".join(f"{100 * hit:.1f} %" for hit in hits)
        print(f"LRU of {capacity:,} entries: {ratio:.1f} % hits")
        print(f"  of 1,000 requests/s, {1_000 - 10 * ratio:.0f} miss")
        print(f"  Che: {total:.1f} %; hot, warm, other: {classes}")
        print(f"  an entry that nobody uses lasts {time:,.0f} requests")
