"""None and a reconnection concern every request on its way."""


class NearCache:
    """Cancels all for a key, but of all keys only the latest requests."""

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        self._asked: dict[str, list[int]] = {}
        self._cancelled: set[int] = set()

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        self._asked.setdefault(key, []).append(self._sent)
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        if number not in self._cancelled:
            self.copies[key] = value

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        if key is None:
            self.reconnect()
        else:
            self.copies.pop(key, None)
            self._cancelled.update(self._asked.get(key, []))

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        self.copies.clear()
        self._cancelled.update(sent[-1] for sent in self._asked.values())
