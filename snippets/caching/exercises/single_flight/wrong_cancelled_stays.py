"""A load that was cancelled must make room as well."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Loads by key, at most one per key at a time; remembers no result."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value or error of the load in flight, or of a new one.

        A caller that is cancelled leaves the load to the others.
        """
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._fly(key))
            self._flights[key] = flight
        return await asyncio.shield(flight)

    async def _fly(self, key: K) -> V:
        try:
            value = await self._load(key)
        except Exception:
            del self._flights[key]
            raise
        del self._flights[key]
        return value
