"""`say` must not wait for a reader."""

import asyncio
from collections.abc import Awaitable, Callable

type Send = Callable[[str], Awaitable[None]]


class Room:
    """Sends to all at the same time, and waits until all have got it."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._members: dict[str, Send] = {}

    def members(self) -> set[str]:
        """Who gets what is said from now on."""
        return set(self._members)

    def enter(self, name: str, send: Send) -> None:
        """A reader comes, or comes back over another connection."""
        self._members[name] = send

    def leave(self, name: str) -> None:
        """A reader goes."""
        self._members.pop(name, None)

    async def say(self, sender: str, text: str) -> None:
        """Give the text to all others."""
        others = [s for name, s in self._members.items() if name != sender]
        await asyncio.gather(*(send(text) for send in others))
