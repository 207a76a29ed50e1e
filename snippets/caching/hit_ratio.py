"""Hit ratio over cache size: what more memory, or another policy, is worth.

Independent requests: the key of rank r is asked for with a probability
proportional to 1 / r ** skew. Theory, with p the popularity of a key: LRU drops
what nobody asked for during T requests, so it holds the key with probability
1 - exp(-p T). FIFO drops what came T requests ago, random eviction on average
so: p T / (1 + p T). One T for all keys, such that these fill the cache.

Time: O(requests) per size. Space: O(keys).
Source: Che, Tung, Wang, "Hierarchical web caching systems", IEEE JSAC 20(7),
2002, https://doi.org/10.1109/JSAC.2002.801752; FIFO and random: Garetto,
Leonardi, Martina, ACM TOMPECS 1(3), 2016, https://doi.org/10.1145/2896380
"""

from math import exp
from random import Random
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Policy = Literal["LRU", "FIFO", "Random"]
KEYS = 1_000
SIZES = [10, 20, 50, 100, 200, 500]
REQUESTS = 10_000
WARM_UP = 2_000  # requests that fill the cache and are not counted


def popularities(skew: float) -> list[float]:
    """The probability of each rank; they add up to one."""
    weights = [rank**-skew for rank in range(1, KEYS + 1)]
    total = sum(weights)
    return [weight / total for weight in weights]


def hit_ratio(
    policy: Policy, size: int, asked: list[int], rng: Random
) -> float:
    """Hits per 100 counted requests in a cache of `size` keys."""
    cache: dict[int, None] = {}  # oldest first
    slots: list[int] = []
    hits = 0
    for number, key in enumerate(asked):
        if key in cache:
            hits += number >= WARM_UP
            if policy == "LRU":
                del cache[key]
                cache[key] = None
            continue
        if len(cache) < size:
            slots.append(key)
        elif policy == "Random":
            slot = int(rng.random() * size)
            del cache[slots[slot]]
            slots[slot] = key
        else:
            del cache[next(iter(cache))]
        cache[key] = None
    return 100 * hits / (len(asked) - WARM_UP)


def theory(policy: Policy, size: int, popularity: list[float]) -> float:
    """The same by Che's approximation."""
    low, high = float(size), 1e6
    while high / low > 1.01:
        time = (low * high) ** 0.5
        if policy == "LRU":
            held = [1 - exp(-p * time) for p in popularity]
        else:
            held = [p * time / (1 + p * time) for p in popularity]
        low, high = (time, high) if sum(held) < size else (low, time)
    return 100 * sum(p * h for p, h in zip(popularity, held, strict=True))


def simulate(
    policy: Policy = "LRU",
    skew: Annotated[float, Interval(ge=0, le=1.4), MultipleOf(0.1)] = 0.9,
    moving: Annotated[
        int, Interval(ge=0, le=200), MultipleOf(20), Unit("ranks per 1,000")
    ] = 0,
    seed: int = 27,
) -> Annotated[
    dict[str, list[float]],
    Unit("hits per 100 requests"),
    Interval(ge=0, le=100),
]:
    """Hits over the size: simulated, by theory, and the best fixed choice.

    After every 1,000 requests all ranks move on by `moving` keys.
    """
    popularity = popularities(skew)
    rng = Random(seed)
    ranks = rng.choices(range(KEYS), popularity, k=REQUESTS)
    asked = [
        (rank + moving * (number // 1_000)) % KEYS
        for number, rank in enumerate(ranks)
    ]
    return {
        "Cache size (of 1,000 keys)": [float(size) for size in SIZES],
        policy: [hit_ratio(policy, size, asked, rng) for size in SIZES],
        f"{policy} (theory)": [
            theory(policy, size, popularity) for size in SIZES
        ],
        "Best fixed (theory)": [100 * sum(popularity[:n]) for n in SIZES],
    }


if __name__ == "__main__":
    for policy in get_args(Policy):
        rows = zip(*simulate(policy).values(), strict=True)
        for size, simulated, predicted, best in rows:
            print(
                f"{policy:6} {size:3.0f} keys  {simulated:4.1f} hits, "
                f"theory {predicted:4.1f}, best {best:4.1f}"
            )
    at_rest = popularities(0.9)
    wanted = theory("LRU", 100, at_rest)
    size = next(
        n for n in range(1, KEYS) if theory("FIFO", n, at_rest) > wanted
    )
    print(f"\nFIFO needs {size} keys for what LRU hits with 100")
    more = theory("FIFO", 110, at_rest) - theory("FIFO", 100, at_rest)
    print(f"FIFO with 110 keys hits {more:.1f} more than with 100")
    print("\nLRU with 100 keys, by seed:")
    for seed in range(1, 6):
        found = simulate(seed=seed)["LRU"][SIZES.index(100)]
        print(f"{seed}    {found:4.1f} hits")
    print("\nLRU with 100 keys, and the best fixed choice, by skew:")
    for skew in (0.0, 0.6, 0.9, 1.2):
        table = simulate("LRU", skew)
        row = SIZES.index(100)
        best = table["Best fixed (theory)"][row]
        print(f"{skew:3.1f}  {table['LRU'][row]:4.1f} hits  {best:4.1f}")
    print("\nPopularity moves by 100 ranks per 1,000 requests, 200 keys:")
    for policy in get_args(Policy):
        table = simulate(policy, moving=100)
        print(f"{policy:6} {table[policy][SIZES.index(200)]:4.1f} hits")
