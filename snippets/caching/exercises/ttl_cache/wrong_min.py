"""A request must not look at every entry."""

from collections import OrderedDict


class TTLCache[K, V]:
    """Finds the next to expire by `min`, which looks at all of them."""

    def __init__(self, capacity: int, ttl: float) -> None:
        self.capacity = capacity
        self.ttl = ttl
        self._entries: OrderedDict[K, tuple[V, float]] = OrderedDict()
        self._expiries: OrderedDict[K, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K, now: float) -> V:
        """Value of a live entry, now the latest use; else KeyError."""
        self._drop_expired(now)
        value, _ = self._entries[key]
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V, now: float) -> None:
        """Store the value, live from now on, as the latest use."""
        self._drop_expired(now)
        if key not in self._entries and len(self) == self.capacity:
            victim, _ = self._entries.popitem(last=False)
            del self._expiries[victim]
        self._entries[key] = (value, now + self.ttl)
        self._entries.move_to_end(key)
        self._expiries[key] = now + self.ttl
        self._expiries.move_to_end(key)

    def _drop_expired(self, now: float) -> None:
        while self._expiries:
            key = min(self._expiries, key=self._expiries.__getitem__)
            if now < self._expiries[key]:
                return
            del self._expiries[key], self._entries[key]
