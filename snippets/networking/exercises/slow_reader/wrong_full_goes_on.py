"""Who has to leave has left."""

import asyncio
from collections.abc import Awaitable, Callable

# Returns when the message has left, which may take a reader for ever.
# Raises ConnectionError if the reader's connection is broken.
type Send = Callable[[str], Awaitable[None]]


class Room:
    """Takes a full reader from the list, and lets its task go on."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._outboxes: dict[str, asyncio.Queue[str]] = {}
        self._writers: dict[str, asyncio.Task[None]] = {}

    def members(self) -> set[str]:
        """Who gets what is said from now on."""
        return set(self._outboxes)

    def enter(self, name: str, send: Send) -> None:
        """A reader comes, or comes back over another connection."""
        self.leave(name)
        outbox = asyncio.Queue[str](self._limit)
        self._outboxes[name] = outbox
        self._writers[name] = asyncio.create_task(
            self._write(name, outbox, send)
        )

    def leave(self, name: str) -> None:
        """A reader goes; nothing more is sent. Who is not there may go, too."""
        self._outboxes.pop(name, None)
        writer = self._writers.pop(name, None)
        if writer is not None:
            writer.cancel()

    async def say(self, sender: str, text: str) -> None:
        """Give the text to all others; who has no room for it has to leave."""
        for name, outbox in list(self._outboxes.items()):
            if name == sender:
                continue
            try:
                outbox.put_nowait(text)
            except asyncio.QueueFull:
                del self._outboxes[name]

    async def _write(
        self, name: str, outbox: asyncio.Queue[str], send: Send
    ) -> None:
        try:
            while True:
                await send(await outbox.get())
        except ConnectionError:
            if self._outboxes.get(name) is outbox:  # not back already
                del self._outboxes[name], self._writers[name]
