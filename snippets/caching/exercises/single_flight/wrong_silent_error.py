"""When the load fails, each call that shares it gets the error."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Tells the followers that the load has ended, not how."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Event] = {}
        self._values: dict[K, V] = {}

    async def get(self, key: K) -> V:
        """Value of the load in flight; the leader alone sees its error."""
        if key in self._flights:
            await self._flights[key].wait()
            return self._values.get(key)  # type: ignore[return-value]
        ended = self._flights[key] = asyncio.Event()
        try:
            self._values[key] = await self._load(key)
            return self._values[key]
        finally:
            ended.set()
            del self._flights[key]
