"""No operation may depend on the number of entries."""

from collections import deque


class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: dict[K, tuple[V, int]] = {}  # value, number of its use
        self._uses: deque[tuple[K, int]] = deque()  # each hit adds one
        self._now = 0

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        return key in self._entries

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value, _ = self._entries[key]
        self._use(key, value)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key not in self._entries and len(self._entries) == self.capacity:
            oldest, number = self._uses.popleft()
            while oldest not in self or self._entries[oldest][1] != number:
                oldest, number = self._uses.popleft()
            del self._entries[oldest]
        self._use(key, value)

    def _use(self, key: K, value: V) -> None:
        self._now += 1
        self._entries[key] = value, self._now
        self._uses.append((key, self._now))
