"""Cache stampede: count the queries that one expiry sends to the origin.

Assumed: requests for one key come at random at a steady rate (Poisson), and
each that finds the key expired queries the origin itself. `slots` queries run
at full speed; more than that share the origin equally.

Time: O(queries). Space: O(1).
Source: Little, "A Proof for the Queuing Formula L = lambda W", 1961,
https://doi.org/10.1287/opre.9.3.383
"""

from math import exp, inf
from random import Random
from statistics import fmean

RATE = 1_000  # requests per second for the key
SLOTS = 20  # queries that the origin runs without slowing down
RUNS = 20


def stampede(work: float, slots: float, rng: Random) -> tuple[int, float]:
    """Queries until the first answer is stored, and the seconds until then.

    A query alone takes `work` seconds. The first to start is the first to
    end, as all queries get equal shares.
    """
    queries, now, done = 1, 0.0, 0.0  # done: seconds of work on the first
    while True:
        gap = rng.expovariate(RATE)
        speed = min(1.0, slots / queries)
        if done + gap * speed >= work:
            return queries, now + (work - done) / speed
        queries, now, done = queries + 1, now + gap, done + gap * speed


def predicted(work: float, slots: float) -> float:
    """Seconds until the first answer, if arrivals were evenly spaced."""
    if RATE * work <= slots:
        return work
    return slots / RATE * exp(RATE * work / slots - 1)


if __name__ == "__main__":
    print(f"{RATE} requests/s, one key expires. Queries until it is back,")
    print(f"mean of {RUNS} expiries:")
    print(f"one query  no limit  {SLOTS} at full speed  first answer (theory)")
    for work in [0.01, 0.02, 0.05, 0.1, 0.15]:
        rng = Random(1)
        free = fmean(stampede(work, inf, rng)[0] for _ in range(RUNS))
        rng = Random(1)
        runs = [stampede(work, SLOTS, rng) for _ in range(RUNS)]
        queries = fmean(count for count, _ in runs)
        wait = fmean(seconds for _, seconds in runs)
        print(
            f"{work * 1000:6.0f} ms {free:9.0f} {queries:17,.0f}"
            f"{wait:11.2f} s ({predicted(work, SLOTS):5.2f} s)"
        )
