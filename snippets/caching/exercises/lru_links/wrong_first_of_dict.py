"""A search, or an order that Python keeps, is what your links replace."""


class LRUCache[K, V]:
    """Leaves the order of use to the dict: the first of its keys leaves."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._values: dict[K, V] = {}  # oldest use first

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        return key in self._values

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        self._values[key] = self._values.pop(key)
        return self._values[key]

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        self._values.pop(key, None)
        if len(self._values) == self.capacity:
            victim, *_ = self._values
            del self._values[victim]
        self._values[key] = value
