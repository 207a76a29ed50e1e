"""An eviction may not walk up the counts to find the lowest."""

from collections import OrderedDict


class LFU[K]:
    """Hold at most `capacity` keys; evict the least frequently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._uses: dict[K, int] = {}
        self._least = 1  # the lowest use count held
        # By use count; in a bucket the oldest use is first.
        self.buckets: dict[int, OrderedDict[K, None]] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._uses

    def request(self, key: K) -> bool:
        """Whether the key is held; it is from now on, used once more."""
        uses = self._uses.get(key, 0)
        if uses:
            del self.buckets[uses][key]
            if not self.buckets[uses]:
                del self.buckets[uses]
        else:
            if len(self._uses) == self.capacity:
                while self._least not in self.buckets:
                    self._least += 1
                victim, _ = self.buckets[self._least].popitem(last=False)
                del self._uses[victim]
                # The newcomer makes 1 the lowest, whatever was.
                if not self.buckets[self._least]:
                    del self.buckets[self._least]
            self._least = 1
        self._uses[key] = uses + 1
        self.buckets.setdefault(uses + 1, OrderedDict())[key] = None
        return uses > 0
