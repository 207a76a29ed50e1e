"""Only equal keys share a load."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Remembers loads by what a key looks like."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[str, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight, or of a new one."""
        name = repr(key)
        flight = self._flights.get(name)
        if flight is None:
            flight = asyncio.create_task(self._load(key))
            self._flights[name] = flight
            flight.add_done_callback(lambda _: self._flights.pop(name))
        return await asyncio.shield(flight)
