"""Whoever was told to wait may not fill."""


class LeaseCache[K, V]:
    """Hold values; store a fill only with the lease of its miss."""

    def __init__(self, patience: float) -> None:
        self.patience = patience  # seconds that a lease lasts
        self._values: dict[K, V] = {}
        self._leases: dict[K, tuple[int, float]] = {}  # token, taken at
        self._taken = 0

    def get(self, key: K) -> V:
        """The value; KeyError on a miss."""
        return self._values[key]

    def lease(self, key: K, now: float) -> int | None:
        """A token for one fill; None while another reader holds the lease."""
        _, taken_at = self._leases.get(key, (0, float("-inf")))
        if now - taken_at < self.patience:
            return None
        self._taken += 1
        self._leases[key] = self._taken, now
        return self._taken

    def fill(self, key: K, value: V, token: int | None, now: float) -> bool:
        """Whether the value was stored: only with a lease that still holds."""
        held, taken_at = self._leases.get(key, (None, now))
        if held != token or now - taken_at >= self.patience:
            return False
        self._leases.pop(key, None)
        self._values[key] = value
        return True

    def delete(self, key: K) -> None:
        """Drop the value; to be called after the commit."""
        self._values.pop(key, None)
        self._leases.pop(key, None)
