"""Eviction policies compared: each wins somewhere, none everywhere.

Figures are hit ratios of 100 entries in percent, after a warm-up. `popular`
is the 70/20/10 load at a tenth of its size (10, 90, 100,000 keys; +-0.3).

Time: O(capacity) per miss, to keep the code short. Space: O(capacity).
Source: Zhang et al., "SIEVE is simpler than LRU", NSDI 2024, Algorithm 1,
https://www.usenix.org/conference/nsdi24/presentation/zhang-yazhuo
"""

from random import Random

POLICIES = ["LRU", "FIFO", "Random", "LFU", "SIEVE"]
CAPACITY = 100


def victim(policy: str, hits: dict[int, int], hand: int, rng: Random) -> int:
    """Place of the key that leaves; 0 is the oldest, as LRU and FIFO want."""
    keys = list(hits)
    if policy == "Random":
        return rng.randrange(CAPACITY)
    if policy == "LFU":
        return keys.index(min(keys, key=hits.__getitem__))
    while policy == "SIEVE" and hits[keys[hand]]:
        hits[keys[hand]] = 0  # spared once
        hand = (hand + 1) % CAPACITY
    return hand if policy == "SIEVE" else 0


def hit_ratio(policy: str, trace: list[int], warm_up: int) -> float:
    """Percentage of hits in the trace after its warm-up."""
    hits: dict[int, int] = {}  # of each key held, oldest key first
    found, hand, rng = 0, 0, Random(4)
    for number, key in enumerate(trace):
        found += key in hits and number >= warm_up
        if key not in hits and len(hits) == CAPACITY:
            place = victim(policy, hits, hand, rng)
            del hits[list(hits)[place]]
            hand = place % len(hits)  # the next newer key, or the oldest
        count = hits.pop(key, -1) if policy == "LRU" else hits.get(key, -1)
        hits[key] = count + 1  # popped and stored again is now the newest
    return 100 * found / (len(trace) - warm_up)


if __name__ == "__main__":
    rng = Random(169)
    tiers = 7 * [range(10)] + 2 * [range(10, 100)] + [range(100, 100_100)]
    popular = [rng.choice(rng.choice(tiers)) for _ in range(50_000)]
    shift = [n // 10_000 * 100 + rng.randrange(100) for n in range(20_000)]
    hot, scan = [n % 80 for n in range(800)], range(1_000, 2_000)
    print(f"{'hits in %':11}" + "".join(f"{name:>7}" for name in POLICIES))
    for name, trace, warm_up in [
        ("popular", popular, 10_000),
        ("loop of 110", list(range(110)) * 110, 1_100),
        ("new hot set", shift, 10_000),
        ("after a scan", [*hot, *scan, *hot[:80]], 1_800),
        ("double scan", [*hot, *sorted([*scan, *scan]), *hot[:80]], 2_800),
    ]:
        ratios = [hit_ratio(policy, trace, warm_up) for policy in POLICIES]
        print(f"{name:11}" + "".join(f"{ratio:7.1f}" for ratio in ratios))
