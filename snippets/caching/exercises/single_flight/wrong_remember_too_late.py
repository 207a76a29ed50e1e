"""Calls for one key that overlap share one load."""

from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Remembers the value once it is there, when all have asked."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._values: dict[K, V] = {}

    async def get(self, key: K) -> V:
        """Value that is there, or that of a load of one's own."""
        if key not in self._values:
            self._values[key] = await self._load(key)
        return self._values.pop(key)
