"""A caller that is cancelled must leave the load to the others."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Awaits the shared task itself, so that a cancel goes through to it."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight, or of a new one."""
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._load(key))
            self._flights[key] = flight
            flight.add_done_callback(lambda _: self._flights.pop(key))
        return await flight
