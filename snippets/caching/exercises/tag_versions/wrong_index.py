"""A purge may not look at every entry."""


class TagCache[K, V]:
    """Hold values with tags; a purge of a tag makes all of them misses."""

    def __init__(self) -> None:
        self.entries: dict[K, tuple[V, dict[str, int]]] = {}
        self._versions: dict[str, int] = {}
        self._keys: dict[str, set[K]] = {}

    def versions(self, *tags: str) -> dict[str, int]:
        """The present version of each tag; readers ask before they query."""
        return {tag: self._versions.get(tag, 0) for tag in tags}

    def fill(self, key: K, value: V, seen: dict[str, int]) -> None:
        """Store a value with the versions that were seen before its query."""
        self.entries[key] = value, seen
        for tag in seen:
            self._keys.setdefault(tag, set()).add(key)

    def get(self, key: K) -> V:
        """The value; KeyError if it is missing or a tag was purged since."""
        value, seen = self.entries[key]
        if seen != self.versions(*seen):
            del self.entries[key]  # it can't be good again
            raise KeyError(key)
        return value

    def purge(self, tag: str) -> None:
        """Make a miss of every entry with this tag, in O(1)."""
        for key in self._keys.pop(tag, ()):
            if tag in self.entries.get(key, (None, {}))[1]:
                del self.entries[key]
        self._versions[tag] = self._versions.get(tag, 0) + 1
