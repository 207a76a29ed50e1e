"""LFU with a leak: emptied buckets stay, one per use count ever reached.

DELIBERATELY WRONG: LeakyLFU evicts the right keys, so tests of hits and
misses pass. Its memory grows with the highest use count, not the capacity.

Time: O(1) per request. Space: O(highest use count), so without a bound.
Source: Shah, Mitra, Matani, "An O(1) algorithm for implementing the LFU
cache eviction scheme", 2010, https://arxiv.org/abs/2110.11602
"""

from collections import OrderedDict


class LeakyLFU[K]:
    """WRONG: evicts the least frequently used, but frees no bucket."""

    def __init__(self, capacity: int) -> None:
        self.capacity, self._least = capacity, 1
        self._uses: dict[K, int] = {}
        self.buckets: dict[int, OrderedDict[K, None]] = {}

    def request(self, key: K) -> bool:
        """Whether the key is held; it is from now on."""
        uses = self._uses.get(key, 0)
        if uses:
            del self.buckets[uses][key]
            self._leave(uses)
        else:
            if len(self._uses) == self.capacity:
                victim, _ = self.buckets[self._least].popitem(last=False)
                del self._uses[victim]
                self._leave(self._least)
            self._least = 1
        self._uses[key] = uses + 1
        self.buckets.setdefault(uses + 1, OrderedDict())[key] = None
        return uses > 0

    def _leave(self, uses: int) -> None:
        if not self.buckets[uses] and uses == self._least:
            self._least += 1


class FreeingLFU[K](LeakyLFU[K]):
    """Right: the same cache, and an emptied bucket is freed."""

    def _leave(self, uses: int) -> None:
        super()._leave(uses)
        if not self.buckets[uses]:
            del self.buckets[uses]


if __name__ == "__main__":
    print("1 entry (capacity 10); buckets after so many requests for it")
    for requests in [10, 1_000, 20_000]:
        leaky, freeing = LeakyLFU[str](10), FreeingLFU[str](10)
        for _ in range(requests):
            leaky.request("user:17")
            freeing.request("user:17")
        sizes = len(leaky.buckets), len(freeing.buckets)
        print("{:9,}: leaky {:9,}, freed {}".format(requests, *sizes))
