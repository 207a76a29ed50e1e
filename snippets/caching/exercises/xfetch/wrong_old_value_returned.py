"""Whoever refreshes gets the new value."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Entry[V]:
    """A value, the seconds it took to compute, and when it expires."""

    value: V
    delta: float
    expiry: float


class XFetchCache[V]:
    """Computes a missing, expired or volunteered value, and keeps it."""

    def __init__(
        self,
        compute: Callable[[str], V],
        clock: Callable[[], float],
        random: Callable[[], float],
        ttl: float,
        beta: float = 1.0,
    ) -> None:
        self._compute = compute
        self._clock = clock  # seconds
        self._random = random  # uniform on [0, 1)
        self._ttl = ttl
        self._beta = beta
        self._entries: dict[str, Entry[V]] = {}

    def get(self, key: str) -> V:
        """Value of the key, computed if it is not there or due."""
        entry = self._entries.get(key)
        if entry is None or self._due(entry):
            start = self._clock()
            value = self._compute(key)
            end = self._clock()
            new = Entry(value, delta=end - start, expiry=end + self._ttl)
            self._entries[key] = new
            return value if entry is None else entry.value
        return entry.value

    def _due(self, entry: Entry[V]) -> bool:
        """Whether this hit has to compute the value again."""
        draw = 1 - self._random()  # on (0, 1]: the logarithm of 0 is missing
        head_start = -entry.delta * self._beta * log(draw)
        return self._clock() + head_start >= entry.expiry
