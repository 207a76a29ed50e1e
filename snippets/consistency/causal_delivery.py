"""Causal delivery: no reply before the post that it answers.

Assumed: ada posts twice, a moment apart. Bob replies as soon as the second
post has reached him. Each message takes an exponential time to cyd's replica.

Time: O(1) per thread of posts. Space: O(1).
Source: Ahamad et al., "Causal memory", Distributed Computing 9, 1995,
https://doi.org/10.1007/BF01784241
"""

from random import Random

THREADS = 10_000
MEAN_DELAY = 0.1  # seconds
APART = 0.05  # seconds between ada's posts


def arrivals(rule: str, rng: Random) -> tuple[float, float, float]:
    """When cyd sees ada's first post, her second, and bob's reply to it."""
    delays = [rng.expovariate(1 / MEAN_DELAY) for _ in range(5)]
    first, second = delays[0], APART + delays[1]
    bob = APART + delays[2]
    if rule != "any order":  # a client's writes in its order, everywhere
        second = max(first, second)
        bob = max(delays[3], bob)
    reply = bob + delays[4]
    if rule == "causal":  # it names what bob had seen, and waits for it
        reply = max(reply, second)
    return first, second, reply


def count(rule: str, rng: Random) -> tuple[int, int, float]:
    """(posts swapped, replies before the post, mean time to see all)."""
    swapped = early = 0
    total = 0.0
    for _ in range(THREADS):
        first, second, reply = arrivals(rule, rng)
        swapped += second < first
        early += reply < second
        total += max(first, second, reply)
    return swapped, early, total / THREADS


if __name__ == "__main__":
    print(f"{THREADS:,} threads  posts swapped  reply first  all seen after")
    for rule in ["any order", "per client", "causal"]:
        swapped, early, mean = count(rule, Random(1))
        print(f"{rule:14} {swapped:14,} {early:12,} {mean:13.3f} s")
