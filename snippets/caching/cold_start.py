"""Cold start: an empty cache hands the whole load to the origin at first.

Assumed: requests spread over keys by Zipf's law (the k-th most popular is
asked for 1/k as often as the first); no expiry, no eviction, no coalescing;
an answer is stored before the next request.

Time: O(requests). Space: O(keys).
Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, 4.3,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

from itertools import accumulate
from random import Random

RATE, SECONDS, KEYS = 1_000, 30, 20_000


def misses(loaded: int, ramp: list[float], rng: Random) -> list[int]:
    """Queries to the origin per second, `loaded` keys being there before.

    `ramp` is the share of the load that this server gets, by second; after
    its end, all of it.
    """
    weights = list(accumulate(1 / k for k in range(1, KEYS + 1)))
    held, counts = set(range(loaded)), []
    for second in range(SECONDS):
        share = ramp[second] if second < len(ramp) else 1.0
        requests = round(RATE * share)
        keys = rng.choices(range(KEYS), cum_weights=weights, k=requests)
        counts.append(len(set(keys) - held))
        held |= set(keys)
    return counts


if __name__ == "__main__":
    print(f"queries to the origin at {RATE} requests/s: in the worst second,")
    print("in second 1, 5, 10 and 30, and in all")
    for title, loaded, ramp in [
        ("all at once", 0, []),
        ("100 keys loaded first", 100, []),
        ("2,000 keys loaded first", 2_000, []),
        ("ramp of 20 s", 0, [0.05 * n for n in range(1, 21)]),
    ]:
        counts = misses(loaded, ramp, Random(1))
        some = [counts[n - 1] for n in [1, 5, 10, 30]]
        print(f"{title:24}{max(counts):5}  {some}  {sum(counts)}")
