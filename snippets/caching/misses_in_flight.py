"""Little's law: the misses keep the origin's connections busy.

Assumed: random misses, each holds one connection for SERVICE; those that
find none free wait in one queue, in order of arrival.

Time: O(n log k) for n requests, k connections. Space: O(k).
Source: J. Little, A proof for the queuing formula L = λW, Operations
Research 9(3), 1961, https://doi.org/10.1287/opre.9.3.383
"""

from heapq import heapify, heapreplace
from random import Random

CONNECTIONS = 5
SERVICE = 0.020  # seconds that a miss holds a connection
REQUESTS_PER_SECOND = 1_000
SECONDS = 60


def busy_by_little(hit_ratio: float) -> float:
    """Connections in use on average: misses per second * seconds held."""
    return REQUESTS_PER_SECOND * (1 - hit_ratio) * SERVICE


def simulate(hit_ratio: float, rng: Random) -> tuple[float, int, float]:
    """Connections in use on average, queue at the end, the longest wait."""
    free_at = [0.0] * CONNECTIONS
    heapify(free_at)
    held, waiting, longest = 0.0, 0, 0.0
    for number in range(REQUESTS_PER_SECOND * SECONDS):
        if rng.random() < hit_ratio:
            continue
        now = number / REQUESTS_PER_SECOND
        start = max(now, free_at[0])
        heapreplace(free_at, start + SERVICE)
        held += max(0.0, min(start + SERVICE, SECONDS) - start)
        waiting += start >= SECONDS
        longest = max(longest, start - now)
    return held / SECONDS, waiting, longest


if __name__ == "__main__":
    most = CONNECTIONS / SERVICE
    print(f"{CONNECTIONS} connections carry {most:.0f} misses/s at most")
    print("  hits  misses/s  Little   busy  queue  longest wait")
    for ratio in [0.95, 0.90, 0.80, 0.70]:
        busy, queue, longest = simulate(ratio, Random(1))
        misses = REQUESTS_PER_SECOND * (1 - ratio)
        print(
            f"{100 * ratio:4.0f} % {misses:9.0f} {busy_by_little(ratio):7.1f}"
            f" {busy:6.1f} {queue:6,} {longest:11.2f} s"
        )
