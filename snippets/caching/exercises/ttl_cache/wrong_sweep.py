"""A request must not look at every entry."""

from collections import OrderedDict


class TTLCache[K, V]:
    """Looks at every entry for the expired ones."""

    def __init__(self, capacity: int, ttl: float) -> None:
        self.capacity = capacity
        self.ttl = ttl
        self._entries: OrderedDict[K, tuple[V, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K, now: float) -> V:
        """Value of a live entry, now the latest use; else KeyError."""
        value, expires_at = self._entries[key]
        if now >= expires_at:
            raise KeyError(key)
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V, now: float) -> None:
        """Store the value, live from now on, as the latest use."""
        for old, (_, expires_at) in list(self._entries.items()):
            if now >= expires_at:
                del self._entries[old]
        if key not in self._entries and len(self) == self.capacity:
            self._entries.popitem(last=False)
        self._entries[key] = (value, now + self.ttl)
        self._entries.move_to_end(key)
