"""Each hit draws for itself."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Entry[V]:
    """A value, the seconds it took to compute, and when it expires."""

    value: V
    delta: float
    expiry: float
    head_start: float


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
            draw = 1 - self._random()  # on (0, 1]
            head_start = -(end - start) * self._beta * log(draw)
            entry = Entry(value, end - start, end + self._ttl, head_start)
            self._entries[key] = entry
        return entry.value

    def _due(self, entry: Entry[V]) -> bool:
        """Whether this hit has to compute the value again."""
        return self._clock() + entry.head_start >= entry.expiry
