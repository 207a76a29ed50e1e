"""What a broadcast owes to its readers, and what one slow reader does to it.

Sources: RFC 6455, sections 5.6, 7.4.1 and 10.2; websockets manual,
"Broadcasting".
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import CloseCode
from websockets.typing import Origin

from tests.evidence import Record
from tests.systems import websocket
from tests.systems.broadcast import WAITING, Chat, Peer, serving
from tests.systems.program import LOOPBACK, PATIENCE_SECONDS

PAGE = "https://shop.example"
BUFFER = 8_192  # bytes, for which a socket asks: a slow path holds little
TEXT = "x" * 400
SILENCE = 1.0  # seconds


def small(sock: socket.socket) -> socket.socket:
    for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
        sock.setsockopt(socket.SOL_SOCKET, option, BUFFER)
    return sock


def listening() -> socket.socket:
    return small(socket.create_server((LOOPBACK, 0)))


@asynccontextmanager
async def client(
    listener: socket.socket, *sent: str | bytes, origin: str = PAGE
) -> AsyncIterator[ClientConnection]:
    """Reads from the network only what its owner reads, or little more."""
    sock = small(socket.socket())
    sock.connect(listener.getsockname())
    async with connect(
        f"ws://{LOOPBACK}/",
        sock=sock,
        origin=Origin(origin),
        compression=None,
        max_queue=1,
        close_timeout=0.1,
    ) as connection:
        for message in sent:
            await connection.send(message)
        yield connection


def play[R](story: Coroutine[Any, Any, R]) -> R:
    async def in_time() -> R:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await story

    return asyncio.run(in_time())


def enter(room: str) -> str:
    return json.dumps({"enter": room})


def say(room: str, text: str) -> str:
    return json.dumps({"room": room, "say": text})


async def present(chat: Chat, number: int) -> list[Peer]:
    """Who is in the room `all`, once there are so many."""
    while len(peers := list(chat.rooms._members.get("all", {}))) != number:
        await asyncio.sleep(0.01)
    return peers


def test_a_message_reaches_the_others_in_the_room_and_stays_text(
    record_property: Record,
) -> None:
    record_property("test", websocket.version())

    async def story() -> list[str | bytes]:
        chat, listener = Chat(), listening()
        async with (
            serving(chat, listener, [PAGE]),
            client(listener, enter("all")) as ada,
            client(listener, enter("all")) as bob,
            client(listener, enter("sales"), enter("other")) as cyd,
        ):
            await present(chat, 2)
            await ada.send(say("all", "from ada"))
            got = [await bob.recv()]
            await bob.send(say("all", "from bob"))
            got.append(await ada.recv())  # first what is not her own
            for reader in (bob, cyd):
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(reader.recv(), 0.1)
            return got

    assert play(story()) == [say("all", "from ada"), say("all", "from bob")]


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_page_of_another_origin_is_refused(
    origin: str, record_property: Record
) -> None:
    record_property("test", websocket.version())

    async def story() -> None:
        listener = listening()
        async with serving(Chat(), listener, [PAGE]):
            with pytest.raises(InvalidStatus, match="HTTP 403"):
                async with client(listener, origin=origin):
                    pass

    play(story())


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("hi", CloseCode.POLICY_VIOLATION),
        (say("elsewhere", "hi"), CloseCode.POLICY_VIOLATION),
        (say("all", "hi").encode(), CloseCode.POLICY_VIOLATION),
        ("[" * 4_000, CloseCode.POLICY_VIOLATION),
        ("x" * 5_000, CloseCode.MESSAGE_TOO_BIG),
    ],
)
def test_what_is_no_message_ends_its_senders_connection_only(
    sent: str | bytes, code: CloseCode, record_property: Record
) -> None:
    record_property("test", websocket.version())

    async def story() -> int | None:
        chat, listener = Chat(), listening()
        async with (
            serving(chat, listener, [PAGE]),
            client(listener, enter("all")) as ada,
            client(listener, enter("all")) as bob,
            client(listener, enter("all")) as mallory,
        ):
            await present(chat, 3)
            await mallory.send(sent)
            with pytest.raises(ConnectionClosed):
                await mallory.recv()
            await present(chat, 2)
            await ada.send(say("all", "still here"))
            assert await bob.recv() == say("all", "still here")
            return mallory.close_code

    assert play(story()) == code


def test_who_reads_too_slowly_is_cut_off_and_the_others_get_everything(
    record_property: Record,
) -> None:
    record_property("test", websocket.version())

    async def story() -> tuple[int, int]:
        chat, listener = Chat(), listening()
        async with (
            serving(chat, listener, [PAGE]),
            client(listener, enter("all")) as ada,
        ):
            await present(chat, 1)
            async with client(listener, enter("all")):  # and reads nothing
                slow = (await present(chat, 2))[1]
                async with client(listener, enter("all")) as bob:
                    await present(chat, 3)
                    got = most = 0
                    for number in range(1_000):
                        await ada.send(say("all", f"{number} {TEXT}"))
                        assert f"{number} " in str(await bob.recv())
                        got += 1
                        most = max(most, len(slow.outbox.waiting))
                    await present(chat, 2)
                    return got, most

    got, most = play(story())
    record_property(
        "measured",
        f"websockets, a broadcast with an outbox of {WAITING} messages per "
        f"reader: with one reader who reads nothing, another got {got} of "
        f"1,000 messages, and {most} waited",
    )
    assert (got, most) == (1_000, WAITING)


def test_a_sender_that_waits_for_each_reader_waits_for_the_slowest(
    record_property: Record,
) -> None:
    record_property("test", websocket.version())
    peers: list[ServerConnection] = []

    async def talk(connection: ServerConnection) -> None:
        peers.append(connection)
        async for message in connection:
            for peer in peers:
                if peer is not connection:
                    await peer.send(message)

    async def story() -> int:
        listener = listening()
        async with (
            serve(talk, sock=listener, close_timeout=0.1),
            client(listener) as ada,
            client(listener),  # reads nothing
            client(listener) as bob,
        ):
            while len(peers) < 3:
                await asyncio.sleep(0.01)
            for number in range(1_000):
                await ada.send(TEXT)
                try:
                    await asyncio.wait_for(bob.recv(), SILENCE)
                except TimeoutError:
                    return number
        return 1_000

    got = play(story())
    record_property(
        "measured",
        f"websockets, a broadcast by `await send()` in a loop: with one reader "
        f"who reads nothing, another got {got} of 1,000 messages",
    )
    assert got < 1_000


def test_a_broadcast_that_waits_for_nobody_fills_the_memory(
    record_property: Record,
) -> None:
    record_property("test", websocket.version())
    peers: list[ServerConnection] = []

    async def talk(connection: ServerConnection) -> None:
        peers.append(connection)
        await connection.wait_closed()

    async def story() -> tuple[int, int]:
        listener = listening()
        async with (
            serve(talk, sock=listener, close_timeout=0.1, compression=None),
            client(listener),  # reads nothing
            client(listener) as bob,
        ):
            while len(peers) < 2:
                await asyncio.sleep(0.01)
            got = 0
            for _ in range(1_000):
                broadcast(peers, TEXT * 10)
                got += await bob.recv() == TEXT * 10
            return got, peers[0].transport.get_write_buffer_size()

    got, held = play(story())
    record_property(
        "measured",
        f"websockets, `broadcast()`: of 4 MB for a reader who reads nothing "
        f"the server held {held / 1e6:.1f} MB; another got {got} of 1,000 "
        f"messages",
    )
    assert got == 1_000
    assert held > 3_900_000
