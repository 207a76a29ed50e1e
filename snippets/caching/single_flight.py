"""Single-flight: calls for the same key share one load while it runs.

Time: O(1) per call besides the load. Space: O(loads in flight).
Source: Go, package singleflight, https://pkg.go.dev/golang.org/x/sync/singleflight
"""

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
        if flight is None:  # no await until it is stored: nobody in between
            flight = asyncio.create_task(self._load(key))
            self._flights[key] = flight
            flight.add_done_callback(lambda _: self._flights.pop(key))
        return await asyncio.shield(flight)


async def main() -> None:
    """Count loads for callers that come together."""
    loads = 0

    async def load(key: str) -> str:
        nonlocal loads
        loads += 1
        await asyncio.sleep(0.01)
        if key == "broken":
            raise LookupError(f"no {key}")
        return f"value of {key}"

    async def ask(get: Callable[[str], Coroutine[Any, Any, str]]) -> None:
        nonlocal loads
        keys, loads = ["home"] * 1_000 + ["about", "broken", "broken"], 0
        calls = [asyncio.create_task(get(key)) for key in keys]
        await asyncio.sleep(0)
        calls[0].cancel()  # whose load is it?
        answers = await asyncio.gather(*calls, return_exceptions=True)
        values = sum(isinstance(answer, str) for answer in answers)
        print(f"{loads:4} loads, {values} of {len(keys)} calls got a value")
        print("     the others:", *(repr(a) for a in answers if str(a) != a))

    await ask(load)
    await ask(SingleFlight(load).get)


if __name__ == "__main__":
    asyncio.run(main())
