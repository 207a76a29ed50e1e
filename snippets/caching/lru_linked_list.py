"""LRU from a dict and a ring of links: why get and put are O(1).

The dict finds a link. The ring is in order of use: the anchor's `newer` is
the oldest use and the next victim, its `older` the latest use.

Time: O(1) per get and put. Space: O(capacity).
Source: https://github.com/python/cpython/blob/3.14/Lib/functools.py
"""


class Link[K, V]:
    """One entry in the ring, or the anchor, which has no key."""

    key: K
    value: V

    def __init__(self) -> None:
        self.older: Link[K, V] = self
        self.newer: Link[K, V] = self

    def unlink(self) -> None:
        """Leave the ring: the two neighbours now know each other."""
        self.older.newer, self.newer.older = self.newer, self.older


class LinkedLRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._links: dict[K, Link[K, V]] = {}
        self._anchor: Link[K, V] = Link()

    def __contains__(self, key: object) -> bool:
        return key in self._links

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        self.put(key, value := self._links[key].value)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key in self._links:
            self._links.pop(key).unlink()
        elif len(self._links) == self.capacity:
            self._links.pop(self._anchor.newer.key).unlink()
        link = self._links[key] = Link[K, V]()
        link.key, link.value = key, value
        link.older, link.newer = self._anchor.older, self._anchor
        link.older.newer = link.newer.older = link


if __name__ == "__main__":
    cache: LinkedLRUCache[str, int] = LinkedLRUCache(capacity=3)
    for name in ["ada", "bob", "cyd", "ada", "dan"]:
        cache.put(name, 0)
    print("held:", {name: name in cache for name in "ada bob cyd dan".split()})
