"""LRU cache: `get` and `put` in O(1), from a dict and links of one's own."""


# BEGIN SOLUTION
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


# END SOLUTION
class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        # BEGIN SOLUTION
        self._links: dict[K, Link[K, V]] = {}
        # In the ring between the latest use and the oldest.
        self._anchor: Link[K, V] = Link()
        # STARTER
        # # Here: what finds an entry, and what keeps the order of use.
        # END SOLUTION

    def __contains__(self, key: object) -> bool:
        """Whether the key is held; looking is not a use."""
        # BEGIN SOLUTION
        return key in self._links
        # STARTER
        # raise NotImplementedError("say whether the key is held")
        # END SOLUTION

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        # BEGIN SOLUTION
        link = self._links[key]
        link.leave()
        link.join(self._anchor)
        return link.value
        # STARTER
        # raise NotImplementedError("find the value and record the use")
        # END SOLUTION

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        # BEGIN SOLUTION
        if key in self._links:
            link = self._links[key]
            link.leave()
        else:
            if len(self._links) == self.capacity:
                victim = self._anchor.newer
                victim.leave()
                del self._links[victim.key]
            link = self._links[key] = Link()
        link.key, link.value = key, value
        link.join(self._anchor)
        # STARTER
        # raise NotImplementedError("store the value; evict if full")
        # END SOLUTION
