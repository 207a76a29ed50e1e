"""`say` must not wait for a reader."""

import asyncio
from collections.abc import Awaitable, Callable

type Send = Callable[[str], Awaitable[None]]


class Room:
    """Gives each reader a second; five slow readers are five seconds."""

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
        for name, send in list(self._members.items()):
            if name == sender:
                continue
            try:
                await asyncio.wait_for(send(text), 1)
            except (TimeoutError, ConnectionError):
                self.leave(name)
