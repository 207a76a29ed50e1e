"""A search, or an order that Python keeps, is what your links replace."""

from collections import OrderedDict


class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()  # oldest use first

    def __contains__(self, key: object) -> bool:
        return key in self._entries  # looking is not a use

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value = self._entries[key]
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key not in self._entries and len(self._entries) == self.capacity:
            self._entries.popitem(last=False)
        self._entries[key] = value
        self._entries.move_to_end(key)
