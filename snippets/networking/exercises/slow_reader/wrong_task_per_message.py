"""A connection gets one message at a time."""

import asyncio
from collections.abc import Awaitable, Callable

type Send = Callable[[str], Awaitable[None]]


class Room:
    """Starts a task per message and forgets about it."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._members: dict[str, Send] = {}
        self._tasks: set[asyncio.Task[None]] = set()

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
            if name != sender:
                task = asyncio.create_task(self._send(name, send, text))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _send(self, name: str, send: Send, text: str) -> None:
        try:
            await send(text)
        except ConnectionError:
            self.leave(name)
