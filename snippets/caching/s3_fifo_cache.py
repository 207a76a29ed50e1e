"""S3-FIFO eviction: a small queue that new keys have to survive.

Three FIFO queues: small (a tenth), main, and ghost, the keys that left small.
Two hits lead from small to main; in main each hit spares an entry once.

Time: O(1) per get, amortised O(1) per put. Space: O(capacity).
Source: Yang et al., "FIFO queues are all you need for cache eviction", SOSP
2023, Algorithm 1, https://doi.org/10.1145/3600006.3613147
"""

from collections import OrderedDict


class S3FIFOCache[K, V]:
    """Hold at most `capacity` entries; queues have their oldest key first."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self._capacity, self._small_size = capacity, max(capacity // 10, 1)
        self._main_size = capacity - self._small_size
        self.small, self.main = OrderedDict[K, V](), OrderedDict[K, V]()
        self.ghost, self._hits = OrderedDict[K, None](), dict[K, int]()

    def __contains__(self, key: object) -> bool:
        return key in self._hits

    def get(self, key: K) -> V:
        """Value of a held key, its hits counted up to 3; else KeyError."""
        self._hits[key] = min(self._hits[key] + 1, 3)
        return (self.small if key in self.small else self.main)[key]

    def put(self, key: K, value: V) -> None:
        """Store the value: a hit if held, in main if it is a ghost."""
        if key not in self and len(self._hits) == self._capacity:
            self._evict(small=len(self.small) >= self._small_size)
        known = key in self.main or self.ghost.pop(key, 0) is None
        (self.main if known else self.small)[key] = value
        self._hits[key] = min(self._hits.get(key, -1) + 1, 3)

    def _evict(self, small: bool) -> None:
        while queue := self.small if small else self.main:
            key, value = queue.popitem(last=False)
            hits = self._hits.pop(key)
            if hits <= (1 if small else 0):  # it leaves
                self.ghost |= {key: None} if small else {}
                while len(self.ghost) > self._main_size:
                    self.ghost.popitem(last=False)
                return
            self.main[key], self._hits[key] = value, 0 if small else hits - 1
            if small and len(self.main) > self._main_size:
                self._evict(small=False)


if __name__ == "__main__":
    cache: S3FIFOCache[str, int] = S3FIFOCache(capacity=4)
    for name in "ada ada ada bob cyd dan eve fay bob".split():
        cache.put(name, 0)
        queues = [" ".join(q) for q in (cache.small, cache.main, cache.ghost)]
        print("put {}  small {:15}  main {:7}  ghost {}".format(name, *queues))
