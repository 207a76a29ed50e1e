"""Near cache: copies that replies fill and invalidations empty."""


class NearCache:
    """Copies of a server's values; messages come on two connections.

    A reply may arrive after an invalidation that was sent later.
    """

    def __init__(self) -> None:
        self.copies: dict[str, str] = {}
        self._sent = 0
        # BEGIN SOLUTION
        self._asked: dict[int, str] = {}
        # END SOLUTION

    def ask(self, key: str) -> int:
        """The number of the request that is sent now."""
        self._sent += 1
        # BEGIN SOLUTION
        self._asked[self._sent] = key
        # END SOLUTION
        return self._sent

    def reply(self, number: int, key: str, value: str) -> None:
        """The answer to that request has arrived."""
        # BEGIN SOLUTION
        if self._asked.pop(number, None) is not None:
            self.copies[key] = value
        # STARTER
        # self.copies[key] = value
        # END SOLUTION

    def invalidate(self, key: str | None) -> None:
        """The key has changed; None means that all may have."""
        # BEGIN SOLUTION
        if key is None:
            self.forget()
        else:
            self.copies.pop(key, None)
            self._asked = {n: k for n, k in self._asked.items() if k != key}
        # STARTER
        # if key is not None:
        #     self.copies.pop(key, None)
        # END SOLUTION

    def reconnect(self) -> None:
        """The connection of invalidations was lost, and is there again."""
        # BEGIN SOLUTION
        self.forget()

    def forget(self) -> None:
        """Drop the copies, and store no reply that is on its way."""
        self.copies.clear()
        self._asked.clear()
        # STARTER
        # pass
        # END SOLUTION
