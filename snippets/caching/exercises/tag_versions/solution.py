"""Tag cache: a version per tag, so that a purge is one step."""


class TagCache[K, V]:
    """Hold values with tags; a purge of a tag makes all of them misses."""

    def __init__(self) -> None:
        self.entries: dict[K, tuple[V, dict[str, int]]] = {}
        self._versions: dict[str, int] = {}

    def versions(self, *tags: str) -> dict[str, int]:
        """The present version of each tag; readers ask before they query."""
        # BEGIN SOLUTION
        return {tag: self._versions.get(tag, 0) for tag in tags}
        # STARTER
        # raise NotImplementedError
        # END SOLUTION

    def fill(self, key: K, value: V, seen: dict[str, int]) -> None:
        """Store a value with the versions that were seen before its query."""
        # BEGIN SOLUTION
        self.entries[key] = value, seen
        # STARTER
        # raise NotImplementedError
        # END SOLUTION

    def get(self, key: K) -> V:
        """The value; KeyError if it is missing or a tag was purged since."""
        # BEGIN SOLUTION
        value, seen = self.entries[key]
        if seen != self.versions(*seen):
            del self.entries[key]  # it can't be good again
            raise KeyError(key)
        return value
        # STARTER
        # raise NotImplementedError
        # END SOLUTION

    def purge(self, tag: str) -> None:
        """Make a miss of every entry with this tag, in O(1)."""
        # BEGIN SOLUTION
        self._versions[tag] = self._versions.get(tag, 0) + 1
        # STARTER
        # raise NotImplementedError
        # END SOLUTION
