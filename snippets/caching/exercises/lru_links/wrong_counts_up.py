"""No operation may depend on the number of entries."""


class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: dict[K, tuple[V, int]] = {}  # value, number of its use
        self._used: dict[int, K] = {}  # by that number
        self._now = self._oldest = 0

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        return key in self._entries

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value, _ = self._entries[key]
        self.put(key, value)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key in self._entries:
            del self._used[self._entries[key][1]]
        elif len(self._entries) == self.capacity:
            while self._oldest not in self._used:
                self._oldest += 1
            del self._entries[self._used.pop(self._oldest)]
        self._now += 1
        self._entries[key] = value, self._now
        self._used[self._now] = key
