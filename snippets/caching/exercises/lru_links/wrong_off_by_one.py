"""A full cache holds as many entries as its capacity."""


class Link[K, V]:
    """One entry between its neighbours in the order of use."""

    key: K
    value: V

    def __init__(self) -> None:
        self.older: Link[K, V] = self
        self.newer: Link[K, V] = self

    def leave(self) -> None:
        """Let the two neighbours know each other instead."""
        self.older.newer, self.newer.older = self.newer, self.older

    def join(self, newer: "Link[K, V]") -> None:
        """Stand right before `newer`."""
        self.older, self.newer = newer.older, newer
        self.older.newer = self.newer.older = self


class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._links: dict[K, Link[K, V]] = {}
        # In the ring between the latest use and the oldest.
        self._anchor: Link[K, V] = Link()

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        return key in self._links

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        link = self._links[key]
        link.leave()
        link.join(self._anchor)
        return link.value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key in self._links:
            link = self._links[key]
            link.leave()
        else:
            if len(self._links) > self.capacity:
                victim = self._anchor.newer
                victim.leave()
                del self._links[victim.key]
            link = self._links[key] = Link()
        link.key, link.value = key, value
        link.join(self._anchor)
