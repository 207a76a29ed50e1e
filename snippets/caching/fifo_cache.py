"""FIFO eviction: drop what arrived first; a hit changes nothing.

FIFO (first in, first out) keeps no record of use, so a hit writes nothing.
The price: a popular entry goes when it is old, like any other.

Time: O(1) per get and put. Space: O(capacity).
Source: Yang et al., "FIFO queues are all you need for cache eviction",
SOSP 2023, https://doi.org/10.1145/3600006.3613147
"""

from collections import OrderedDict


class FIFOCache[K, V]:
    """Hold at most `capacity` entries; evict the oldest arrival."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()  # oldest first

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def get(self, key: K) -> V:
        """Value of a held key, whose place is unchanged; else KeyError."""
        return self._entries[key]

    def put(self, key: K, value: V) -> None:
        """Store the value; a held key keeps its place, a new one is last."""
        if key not in self._entries and len(self._entries) == self.capacity:
            self._entries.popitem(last=False)
        self._entries[key] = value


if __name__ == "__main__":
    cache: FIFOCache[str, int] = FIFOCache(capacity=3)
    requests = "ada bob cyd ada ada dan eve".split()
    for name in requests:
        cache.put(name, 0)
        held = [n for n in sorted(set(requests)) if n in cache]
        print(f"put {name}   holds {' '.join(held)}")
