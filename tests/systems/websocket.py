"""A real WebSocket server, which sends back each message that it gets."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version as installed
from threading import Thread

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from tests.systems.program import LOOPBACK


@contextmanager
def server(port: int) -> Iterator[None]:
    """The server, in a thread."""
    with serve(_echo, LOOPBACK, port) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        try:
            yield
        finally:
            running.shutdown()
            thread.join()


def version() -> str:
    """As in `websockets 17.4`."""
    return f"websockets {installed('websockets')}"


def _echo(connection: ServerConnection) -> None:
    with suppress(ConnectionClosed):
        for message in connection:
            connection.send(message)
