"""A reply for one key says nothing about another key."""


class NearCache:
    """Copies of a server's values; messages come on two connections.

    A reply may arrive after an invalidation that was sent later.
    """

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        self._last = 0
        self._asked: dict[int, str] = {}

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        self._asked[self._sent] = key
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        known = self._asked.pop(number, None) is not None
        if known and number > self._last:
            self._last = number
            self.copies[key] = value

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        if key is None:
            self.forget()
        else:
            self.copies.pop(key, None)
            self._asked = {n: k for n, k in self._asked.items() if k != key}

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        self.forget()

    def forget(self) -> None:
        """Drop the copies, and store no reply that is on its way."""
        self.copies.clear()
        self._asked.clear()
