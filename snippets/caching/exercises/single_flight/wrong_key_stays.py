"""No key is kept after its load."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Loads by key, at most one per key at a time; remembers no result."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V] | None] = {}

    async def get(self, key: K) -> V:
        """Value or error of the load in flight, or of a new one.

        A caller that is cancelled leaves the load to the others.
        """
        flight = self._flights.get(key)
        if flight is None:
            flight = asyncio.create_task(self._load(key))
            self._flights[key] = flight
            flight.add_done_callback(
                lambda _: self._flights.update({key: None})
            )
        return await asyncio.shield(flight)
