"""Hit ratio: what it does to the mean, to the origin's load, to the tail.

Assumed: a hit costs CACHE, a miss CACHE and then the origin's time, which
is exponentially distributed; the origin is never too busy.

Time: O(n log n) for n requests. Space: O(n).
Source: J. Dean, L. Barroso, The tail at scale, CACM 56(2), 2013,
https://doi.org/10.1145/2408776.2408794
"""

from math import ceil
from random import Random

CACHE = 1.0  # ms, to ask the cache, whether it holds the key or not
ORIGIN = 20.0  # ms, the origin's mean
REQUESTS_PER_SECOND = 1_000
MEASURED = 50_000  # requests
HIT_RATIOS = [0.0, 0.5, 0.9, 0.95, 0.98, 0.99, 0.995]


def mean(hit_ratio: float) -> float:
    """Expected latency in ms: h * c + (1 - h) * (c + d)."""
    return hit_ratio * CACHE + (1 - hit_ratio) * (CACHE + ORIGIN)


def latencies(hit_ratio: float, rng: Random) -> list[float]:
    """Latency of each measured request in ms, the shortest first."""
    result = []
    for _ in range(MEASURED):
        hit, origin = rng.random() < hit_ratio, rng.expovariate(1 / ORIGIN)
        result.append(CACHE if hit else CACHE + origin)
    return sorted(result)


def quantile(ordered: list[float], share: float) -> float:
    """The smallest latency that at least this share does not exceed."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


if __name__ == "__main__":
    print("   hits   mean  speed-up  origin/s   p50    p99")
    for ratio in HIT_RATIOS:
        ordered = latencies(ratio, Random(1))
        load = REQUESTS_PER_SECOND * (1 - ratio)
        print(
            f"{100 * ratio:5.1f} % {mean(ratio):6.1f}"
            f" {ORIGIN / mean(ratio):7.2f}x {load:9.0f}"
            f" {quantile(ordered, 0.5):6.1f} {quantile(ordered, 0.99):6.1f}"
        )
