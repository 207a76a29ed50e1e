"""A chat of rooms on websockets: a slow reader is cut off, and harms nobody."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, suppress
from socket import socket

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.typing import Origin

from snippets.networking.bounded_outbox import Outbox
from snippets.networking.chat_rooms import Rooms, read

WAITING = 100  # messages that a reader may still have to get
LARGEST = 4_096  # bytes of a message


class Peer:
    """A connection, its outbox, and the task that empties it."""

    def __init__(self, connection: ServerConnection) -> None:
        self.connection = connection
        self.outbox = Outbox[str](WAITING, "reader")
        self._news = asyncio.Event()

    def put(self, text: str) -> None:
        """Does not wait: who is too slow is cut off, and may come back."""
        self.outbox.put(text)
        self._news.set()
        if not self.outbox.is_open:
            self.connection.transport.abort()

    async def write(self) -> None:
        """Send what waits, as fast as the reader reads."""
        while await self._news.wait():
            self._news.clear()
            while self.outbox.waiting:
                await self.connection.send(self.outbox.take())


class Chat:
    """Gives what is said in a room to the others who are there."""

    def __init__(self) -> None:
        self.rooms = Rooms[Peer]()

    async def talk(self, connection: ServerConnection) -> None:
        """Serve one connection until it ends."""
        peer = Peer(connection)
        writing = asyncio.create_task(peer.write())
        try:
            async for message in connection:
                room, text = read(message)
                if text is None:
                    self.rooms.enter(room, peer)
                    continue
                said = json.dumps({"room": room, "say": text})
                for other in self.rooms.others(room, peer):
                    other.put(said)
        except ConnectionClosed:
            pass  # it broke off
        except ValueError:
            await connection.close(CloseCode.POLICY_VIOLATION, "no message")
        finally:
            self.rooms.leave(peer)
            writing.cancel()
            with suppress(asyncio.CancelledError, ConnectionClosed):
                await writing


def serving(
    chat: Chat, listener: socket, pages: Sequence[str]
) -> AbstractAsyncContextManager[Server]:
    """The server on that socket, for pages of these origins only."""
    origins = [Origin(page) for page in pages]
    return serve(chat.talk, sock=listener, origins=origins, max_size=LARGEST)
