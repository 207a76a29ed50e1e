"""LRU hit ratio: what a quick sum says, what LRU does, what Che predicts.

Assumed: independent requests, uniform in a class, equal sizes, no expiry.

Time: O(1) per request. Space: O(capacity).
Source: Che, Tung, Wang, 2002, https://doi.org/10.1109/JSAC.2002.801752
"""

from collections import OrderedDict
from itertools import chain
from math import exp
from operator import mul
from random import Random

# keys: requests of 10; must add up to 10, no overlap
LOAD = {range(100): 7, range(100, 1_000): 2, range(1_000, 1_001_000): 1}
WARM_UP = 20_000  # requests; must exceed what an unused entry survives


def lru_hit_ratio(capacity: int, measured: int, rng: Random) -> float:
    """Share of hits among `measured` requests that follow the warm-up."""
    classes = [keys for keys, tenths in LOAD.items() for _ in range(tenths)]
    cache, hits = OrderedDict[int, None](), 0
    for number in range(WARM_UP + measured):
        keys = classes[int(10 * rng.random())]
        key = keys[int(len(keys) * rng.random())]
        hits += key in cache and number >= WARM_UP
        cache[key] = cache.pop(key, None)  # now the latest use
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
    if sum(LOAD.values()) != 10 or len({*chain(*LOAD)}) < sum(map(len, LOAD)):
        raise ValueError(f"LOAD overlaps or does not add up to 10: {LOAD}")
    for capacity in [1_000, 2_000]:
        time, hits = che(capacity)
        if time > WARM_UP:
            raise ValueError(f"{WARM_UP=} must exceed {time:,.0f} requests")
        ratio = 100 * lru_hit_ratio(capacity, 100_000, Random(27))
        best = sorted(n / 10 / len(k) for k, n in LOAD.items() for _ in k)
        total = 10 * sum(map(mul, LOAD.values(), hits))
        classes = ", ".join(f"{100 * hit:.1f} %" for hit in hits)
        print(f"LRU of {capacity:,} entries: {ratio:.1f} % hits")
        print(f"  quick sum: {100 * sum(best[-capacity:]):.2f} %")
        print(f"  of 1,000 requests/s, {1_000 - 10 * ratio:.0f} miss")
        print(f"  Che: {total:.1f} %; hot, warm, other: {classes}")
        print(f"  an entry that nobody uses lasts {time:,.0f} requests")
