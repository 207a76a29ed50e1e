"""Two requests for one key are two."""


class NearCache:
    """Marks the key, so that the request after makes the one before good."""

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        self._asked: dict[str, int] = {}

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        self._asked.setdefault(key, self._sent)
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        if key in self._asked and number <= self._sent:
            self.copies[key] = value

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        if key is None:
            self.reconnect()
        else:
            self.copies.pop(key, None)
            self._asked.pop(key, None)

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        self.copies.clear()
        self._asked.clear()
