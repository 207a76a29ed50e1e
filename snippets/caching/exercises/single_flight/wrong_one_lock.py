"""Different keys must not wait for each other."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """One lock, and so one queue, for all keys."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._lock = asyncio.Lock()
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight, one flight in all."""
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._alone(key))
            self._flights[key] = flight
            flight.add_done_callback(lambda _: self._flights.pop(key))
        return await asyncio.shield(flight)

    async def _alone(self, key: K) -> V:
        async with self._lock:
            return await self._load(key)
