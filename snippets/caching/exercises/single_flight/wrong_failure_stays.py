"""A load that failed must make room for the next."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Clears the flight on the way of success only."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight, or of a new one."""
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._fly(key))
            self._flights[key] = flight
        return await asyncio.shield(flight)

    async def _fly(self, key: K) -> V:
        value = await self._load(key)
        del self._flights[key]
        return value
