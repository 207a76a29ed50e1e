"""Room: passes on what is said, and no reader can hold up another."""

import asyncio
from collections.abc import Awaitable, Callable

# Returns when the message has left, which may take a reader for ever.
# Raises ConnectionError if the reader's connection is broken.
type Send = Callable[[str], Awaitable[None]]


class Room:
    """At most `limit` messages wait for a reader, besides the one in `send`."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        # BEGIN SOLUTION
        self._outboxes: dict[str, asyncio.Queue[str]] = {}
        self._writers: dict[str, asyncio.Task[None]] = {}
        # STARTER
        # self._members: dict[str, Send] = {}
        # END SOLUTION

    def members(self) -> set[str]:
        """Who gets what is said from now on."""
        # BEGIN SOLUTION
        return set(self._outboxes)
        # STARTER
        # return set(self._members)
        # END SOLUTION

    def enter(self, name: str, send: Send) -> None:
        """A reader comes, or comes back over another connection."""
        # BEGIN SOLUTION
        self.leave(name)
        outbox = asyncio.Queue[str](self._limit)
        self._outboxes[name] = outbox
        self._writers[name] = asyncio.create_task(
            self._write(name, outbox, send)
        )
        # STARTER
        # self._members[name] = send
        # END SOLUTION

    def leave(self, name: str) -> None:
        """A reader goes; nothing more is sent. Who is not there may go, too."""
        # BEGIN SOLUTION
        self._outboxes.pop(name, None)
        writer = self._writers.pop(name, None)
        if writer is not None:
            writer.cancel()
        # STARTER
        # self._members.pop(name, None)
        # END SOLUTION

    async def say(self, sender: str, text: str) -> None:
        """Give the text to all others; who has no room for it has to leave."""
        # BEGIN SOLUTION
        for name, outbox in list(self._outboxes.items()):
            if name == sender:
                continue
            try:
                outbox.put_nowait(text)
            except asyncio.QueueFull:
                self.leave(name)
        # STARTER
        # for name, send in self._members.items():
        #     await send(text)  # one slow reader, and everybody waits
        # END SOLUTION

    # BEGIN SOLUTION
    async def _write(
        self, name: str, outbox: asyncio.Queue[str], send: Send
    ) -> None:
        try:
            while True:
                await send(await outbox.get())
        except ConnectionError:
            if self._outboxes.get(name) is outbox:  # not back already
                del self._outboxes[name], self._writers[name]

    # STARTER
    # # Here, perhaps: what one reader's own task does.
    # END SOLUTION
