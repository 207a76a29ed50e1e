"""Remember each load in flight, not only the latest."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Loads by key, at most one per key at a time; remembers no result."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flight: tuple[K, asyncio.Task[V]] | None = None

    async def get(self, key: K) -> V:
        """Value or error of the load in flight, or of a new one.

        A caller that is cancelled leaves the load to the others.
        """
        if self._flight is None or self._flight[0] != key:
            task = asyncio.create_task(self._load(key))
            self._flight = key, task
            task.add_done_callback(self._land)
        return await asyncio.shield(self._flight[1])

    def _land(self, task: asyncio.Task[V]) -> None:
        if self._flight is not None and self._flight[1] is task:
            self._flight = None
