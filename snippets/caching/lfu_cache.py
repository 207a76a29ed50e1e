"""LFU eviction in O(1): keep what was used most often.

LFU (least frequently used) has one bucket of keys per use count. A use moves
a key one bucket up; an emptied bucket is freed; ties evict the older use.

Time: O(1) per get and put. Space: O(capacity).
Source: Shah, Mitra, Matani, "An O(1) algorithm for implementing the LFU
cache eviction scheme", 2010, https://arxiv.org/abs/2110.11602
"""

from collections import OrderedDict


class LFUCache[K, V]:
    """Hold at most `capacity` entries; evict the least frequently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._uses: dict[K, int] = {}
        self._buckets: dict[int, OrderedDict[K, V]] = {}  # by use count
        self._least = 1  # the lowest use count held

    def __contains__(self, key: object) -> bool:
        return key in self._uses

    def get(self, key: K) -> V:
        """Value of a held key, whose use count grows; else KeyError."""
        uses = self._uses[key]
        value = self._buckets[uses].pop(key)
        if not self._buckets[uses]:
            del self._buckets[uses]
            if uses == self._least:
                self._least = uses + 1
        self._uses[key] = uses + 1
        self._buckets.setdefault(uses + 1, OrderedDict())[key] = value
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value, which counts as one use; evict if full."""
        if key in self._uses:
            self.get(key)
        else:
            if len(self._uses) == self.capacity:
                victim, _ = self._buckets[self._least].popitem(last=False)
                del self._uses[victim]
                if not self._buckets[self._least]:
                    del self._buckets[self._least]
            self._uses[key] = self._least = 1
        self._buckets.setdefault(self._uses[key], OrderedDict())[key] = value


if __name__ == "__main__":
    cache: LFUCache[str, int] = LFUCache(capacity=3)
    requests = "ada bob cyd ada ada bob dan eve".split()
    for name in requests:
        cache.put(name, 0)
        held = [n for n in sorted(set(requests)) if n in cache]
        print(f"put {name}   holds {' '.join(held)}")
