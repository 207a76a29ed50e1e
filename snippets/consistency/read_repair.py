"""Read repair: what is read is mended, and what nobody reads stays old.

Replica c was away while each key was written once, to a and b. Then reads ask
two of three, and the reader sends the newest to both. How often the k-th key
is read goes with 1/k (assumed). Hints are kept for the first three hours.
Time: O(reads). Space: O(keys).
Source: Apache Cassandra manual, "Hints" and "Read repair",
https://cassandra.apache.org/doc/latest/cassandra/managing/operating/hints.html
"""

from itertools import accumulate
from random import Random

KEYS, SEED, WINDOW = 1_000, 1, 3.0  # hours
WEIGHTS = [1 / k for k in range(1, KEYS + 1)]


def read_repair(old: set[int], reads: int, seed: int = SEED) -> set[int]:
    """The keys that are still old at c after so many reads."""
    rng, sums, left = Random(seed), list(accumulate(WEIGHTS)), set(old)
    for key in rng.choices(range(KEYS), cum_weights=sums, k=reads):
        if "c" in rng.sample("abc", 2):
            left.discard(key)
    return left


def expected(old: set[int], reads: int) -> float:
    """How many stay old on average: each read asks c in two of three cases."""
    total = sum(WEIGHTS)
    chances = (WEIGHTS[key] / total * 2 / 3 for key in old)
    return sum((1 - chance) ** reads for chance in chances)


def unhinted(away: float, seed: int = SEED) -> set[int]:
    """The keys without a hint: written later than hints are kept."""
    rng = Random(seed)
    return {key for key in range(KEYS) if rng.uniform(0, away) > WINDOW}


if __name__ == "__main__":
    everything = set(range(KEYS))
    print("old at c, of 1,000 keys             run  expected")
    for title, old in [
        ("no hints", everything),
        ("hints, away for 2 hours", unhinted(2)),
        ("hints, away for 4 hours", unhinted(4)),
    ]:
        for reads in (0, 1_000, 10_000):
            run, mean = len(read_repair(old, reads)), expected(old, reads)
            print(f"{title:24}{reads:6,} reads {run:5,}  {mean:8,.0f}")
