"""What has left the cache must leave every structure."""

from collections import OrderedDict


class TTLCache[K, V]:
    """Hold at most `capacity` entries, each for `ttl` seconds."""

    def __init__(self, capacity: int, ttl: float) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        if ttl <= 0:
            raise ValueError(f"ttl must be positive, got {ttl}")
        self.capacity = capacity
        self.ttl = ttl
        # Oldest use first; a value with the time at which it expires.
        self._entries: OrderedDict[K, tuple[V, float]] = OrderedDict()
        # What was put and when it expires; before `_first` all has expired.
        self._puts: list[tuple[K, float]] = []
        self._first = 0

    def __len__(self) -> int:
        """How many entries are in memory, expired ones among them."""
        return len(self._entries)

    def get(self, key: K, now: float) -> V:
        """Value of a live entry, now the latest use; else KeyError.

        An entry is live from its `put` until `ttl` seconds later, the last
        moment not included. A `get` does not prolong it.
        """
        self._drop_expired(now)
        value, _ = self._entries[key]
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V, now: float) -> None:
        """Store the value, live from now on, as the latest use.

        If there is no room, expired entries leave; if there is none, the
        least recently used does.
        """
        self._drop_expired(now)
        if key not in self._entries and len(self) == self.capacity:
            self._entries.popitem(last=False)
        self._entries[key] = (value, now + self.ttl)
        self._entries.move_to_end(key)
        self._puts.append((key, now + self.ttl))

    def _drop_expired(self, now: float) -> None:
        while self._first < len(self._puts):
            key, expires_at = self._puts[self._first]
            if now < expires_at:
                return
            self._first += 1
            if key in self._entries and self._entries[key][1] == expires_at:
                del self._entries[key]
