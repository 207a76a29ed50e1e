"""A search, or an order that Python keeps, is what your links replace."""

from operator import itemgetter


class LRUCache[K, V]:
    """Numbers the uses; an eviction searches for the lowest number."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._values: dict[K, V] = {}
        self._used: dict[K, int] = {}
        self._uses = 0

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        return key in self._values

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value = self._values[key]
        self._uses += 1
        self._used[key] = self._uses
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key not in self and len(self._values) == self.capacity:
            victim = min(self._used.items(), key=itemgetter(1))[0]
            del self._values[victim], self._used[victim]
        self._values[key] = value
        self._uses += 1
        self._used[key] = self._uses
