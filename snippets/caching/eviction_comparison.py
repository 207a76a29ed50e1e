"""Eviction policies compared: each wins somewhere, none everywhere.

Time: O(capacity) per miss, to keep the code short. Space: O(capacity).
Source: Zhang et al., "SIEVE is simpler than LRU", NSDI 2024, Algorithm 1,
https://www.usenix.org/conference/nsdi24/presentation/zhang-yazhuo
"""

from collections.abc import Iterator
from random import Random

POLICIES = ["LRU", "FIFO", "Random", "LFU", "SIEVE"]
CAPACITY = 100  # entries
HOT = CAPACITY - CAPACITY // 5  # keys, in use before and after each scan


def victim(policy: str, hits: dict[int, int], hand: int, rng: Random) -> int:
    """Place of the key that leaves; 0 is the oldest, as LRU and FIFO want."""
    keys = list(hits)
    if policy == "LFU":
        return keys.index(min(keys, key=hits.__getitem__))
    while policy == "SIEVE" and hits[keys[hand]]:
        hits[keys[hand]], hand = 0, (hand + 1) % CAPACITY  # spared once
    return {"Random": rng.randrange(CAPACITY), "SIEVE": hand}.get(policy, 0)


def hit_ratio(policy: str, trace: list[int], warm_up: int) -> float:
    """Percentage of hits in the trace after its warm-up."""
    hits: dict[int, int] = {}  # of each key held, oldest key first
    found, hand, rng = 0, 0, Random(4)
    for number, key in enumerate(trace):
        found += key in hits and number >= warm_up
        if key not in hits and len(hits) == CAPACITY:
            place = victim(policy, hits, hand, rng)
            del hits[list(hits)[place]]
            hand = place % max(len(hits), 1)  # next newer, or oldest
        count = hits.pop(key, -1) if policy == "LRU" else hits.get(key, -1)
        hits[key] = count + 1  # popped and stored again is now the newest
    return 100 * found / (len(trace) - warm_up)


def loads() -> Iterator[tuple[str, list[int], int]]:
    """Name, trace, warm-up. All but popular scale with CAPACITY."""
    rng, size = Random(169), CAPACITY
    tiers = 7 * [range(10)] + 2 * [range(10, 100)] + [range(100, 100_100)]
    popular = [rng.choice(rng.choice(tiers)) for _ in range(50_000)]
    shift = [n // 10_000 * size + rng.randrange(size) for n in range(20_000)]
    loop, hot = [*range(size * 11 // 10)], [*range(HOT)]
    yield "popular", popular, 10_000
    yield f"loop of {len(loop)}", loop * 110, 10 * len(loop)
    yield "new hot set", shift, 10_000
    for name, reads in [("after a scan", 1), ("double scan", 2)]:
        before = hot * 10 + sorted([*range(-10 * size, 0)] * reads)
        yield name, before + hot, len(before)


if __name__ == "__main__":
    print(f"{'hits in %':12}" + "".join(f"{name:>7}" for name in POLICIES))
    for name, trace, warm_up in loads():
        ratios = [hit_ratio(policy, trace, warm_up) for policy in POLICIES]
        print(f"{name:12}" + "".join(f"{ratio:7.1f}" for ratio in ratios))
