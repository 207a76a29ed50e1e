"""An invalidation concerns every request for its key on its way."""


class NearCache:
    """Knows the latest request for each key only, and cancels that."""

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        self._latest: dict[str, int] = {}
        self._cancelled: set[int] = set()

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        self._latest[key] = self._sent
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        if number not in self._cancelled:
            self.copies[key] = value

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        if key is None:
            self.reconnect()
        elif key in self._latest:
            self.copies.pop(key, None)
            self._cancelled.add(self._latest[key])

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        self.copies.clear()
        self._cancelled.update(self._latest.values())
