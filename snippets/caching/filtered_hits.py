"""Multilevel cache: each level sees only what the level above missed.

Assumed: keys requested independently with Zipf popularity, a server chosen
at random per request, LRU at both levels, equal sizes, no expiry.

Time: O(1) per request after O(keys). Space: O(keys).
Source: C. Williamson, On filter effects in web caching hierarchies, ACM
Transactions on Internet Technology 2(1), 2002.
"""

from collections import OrderedDict
from itertools import accumulate
from random import Random

KEYS, REQUESTS, WARM_UP = 10_000, 50_000, 20_000
SERVERS, LOCAL, REMOTE = 4, 200, 1_000  # entries per server; in the remote


class LRU:
    """Hold at most `capacity` keys, and count hits once it is warm."""

    def __init__(self, capacity: int) -> None:
        self.capacity, self.asked, self.hits = capacity, 0, 0
        self._keys = OrderedDict[int, None]()

    def hit(self, key: int, counts: bool) -> bool:
        """Whether the key was held; it is now, as the latest use."""
        held = key in self._keys
        self._keys[key] = self._keys.pop(key, None)
        if len(self._keys) > self.capacity:
            self._keys.popitem(last=False)
        self.asked, self.hits = self.asked + counts, self.hits + (held & counts)
        return held


def ratios(local: int, remote: int, rng: Random) -> tuple[float, float, float]:
    """Hit ratio of the local caches, of the remote one, of both together."""
    servers, shared = [LRU(local) for _ in range(SERVERS)], LRU(remote)
    weights = list(accumulate(1 / rank for rank in range(1, KEYS + 1)))
    trace = rng.choices(range(KEYS), cum_weights=weights, k=REQUESTS)
    for number, key in enumerate(trace):
        if not rng.choice(servers).hit(key, number >= WARM_UP):
            shared.hit(key, number >= WARM_UP)
    hits = sum(server.hits for server in servers)
    total = REQUESTS - WARM_UP
    both = (hits + shared.hits) / total
    return hits / total, shared.hits / shared.asked, both


if __name__ == "__main__":
    print("local  remote   local hits  remote hits  together  misses")
    for local, remote in [(0, REMOTE), (LOCAL, REMOTE), (LOCAL, 0)]:
        first, second, both = ratios(local, remote, Random(1))
        print(
            f"{local:5,} {remote:7,} {100 * first:10.1f} %"
            f" {100 * second:10.1f} % {100 * both:7.1f} % {1 - both:7.1%}"
        )
