"""TTL jitter: keys that were filled together do not expire together.

Assumed: every key is asked for again as soon as it has expired, and a
refill takes no time; the cache was filled within one second.

Time: O(1) per refill. Space: O(seconds).
Source: EclipseLink documentation, query-results-cache.randomize-expiry,
https://www.eclipse.org/eclipselink/documentation/2.5/jpa/extensions/q_query-results-cache_randomize-expiry.htm
"""

from collections import Counter
from random import Random

KEYS = 10_000
TTL = 300.0  # seconds
ROUNDS = 4  # expiries of each key


def lifetime(jitter: float, rng: Random) -> float:
    """Seconds that an entry lives: the TTL, up to `jitter` longer or less."""
    return TTL * (1 + jitter * rng.uniform(-1, 1))


def busiest_seconds(jitter: float, rng: Random) -> list[int]:
    """Misses in the busiest second of the keys' first, second… expiry."""
    expires = [rng.random() for _ in range(KEYS)]  # so far only filled
    peaks = []
    for _ in range(ROUNDS):
        expires = [filled + lifetime(jitter, rng) for filled in expires]
        peaks.append(max(Counter(map(int, expires)).values()))
    return peaks


if __name__ == "__main__":
    print("Misses in the busiest second of each expiry:")
    for jitter in [0, 0.01, 0.1, 0.5]:
        peaks = busiest_seconds(jitter, Random(7))
        print(f"  ±{jitter:4.0%} " + "".join(f"{n:8,}" for n in peaks))
    print(f"Evenly spread: {KEYS / TTL:.0f} per second")
