"""Single-flight remembers no value."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SingleFlight[K, V]:
    """Keeps each flight for ever."""

    def __init__(self, load: Callable[[K], Coroutine[Any, Any, V]]) -> None:
        self._load = load
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Value of the first load that ever was."""
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._load(key))
        return await asyncio.shield(self._flights[key])
