"""A request that was sent after the invalidation gets the new value."""


class NearCache:
    """Remembers invalidated keys, and never stores them again."""

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        self._asked: dict[int, str] = {}
        self._invalid: set[str] = set()

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        self._asked[self._sent] = key
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        if self._asked.pop(number, key) not in self._invalid:
            self.copies[key] = value

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        if key is None:
            self.copies.clear()
        else:
            self.copies.pop(key, None)
            self._invalid.add(key)

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        self.copies.clear()
