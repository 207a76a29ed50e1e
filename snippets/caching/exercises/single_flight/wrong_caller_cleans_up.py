"""A load leaves its place when it ends, not when a caller does."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Lets whoever leaves first, even cancelled, remove the load."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight, or of a new one."""
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._load(key))
            self._flights[key] = flight
        try:
            return await asyncio.shield(flight)
        finally:
            self._flights.pop(key, None)
