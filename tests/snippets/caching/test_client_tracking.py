import socket
from collections.abc import Iterator
from contextlib import contextmanager

from snippets.caching.client_tracking import Client, Server
from tests.systems.program import LOOPBACK, PATIENCE_SECONDS
from tests.systems.sessions import Systems


def test_a_copy_is_read_without_asking_the_server() -> None:
    server = Server({"price": "10"})
    client = Client(server, flushes=True)
    client.get("price")
    server.values.clear()
    assert client.get("price") == "10"


def test_a_write_removes_every_copy() -> None:
    server = Server({"price": "10"})
    clients = [Client(server, flushes=True) for _ in range(3)]
    for client in clients:
        client.get("price")
    server.set("price", "11")
    assert [client.get("price") for client in clients] == ["11"] * 3


def test_a_write_removes_no_copy_of_another_key() -> None:
    server = Server({"price": "10", "name": "tea"})
    client = Client(server, flushes=True)
    for key in server.values:
        client.get(key)
    server.set("price", "11")
    assert client.copies == {"name": "tea"}


def test_a_client_is_told_once_until_it_reads_again() -> None:
    server = Server({"price": "10"})
    client = Client(server, flushes=True)
    client.get("price")
    server.set("price", "11")
    assert server.readers == {}
    client.get("price")
    assert server.readers == {"price": {client}}


def test_an_absent_key_is_tracked_as_well() -> None:
    client = Client(Server({}), flushes=True)
    assert client.get("price") is None
    assert client.copies == {"price": None}
    client.server.set("price", "10")
    assert client.get("price") == "10"


def test_who_keeps_copies_at_a_reconnect_reads_old_ones() -> None:
    client = Client(Server({"price": "10"}), flushes=False)
    client.get("price")
    client.reconnect()
    client.server.set("price", "11")
    assert client.get("price") == "10"


def test_who_flushes_at_a_reconnect_reads_what_is_true() -> None:
    client = Client(Server({"price": "10"}), flushes=True)
    client.get("price")
    client.reconnect()
    client.server.set("price", "11")
    assert client.get("price") == "11"


class Wire:
    """A connection to a real Redis that shows the bytes of RESP3."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection((LOOPBACK, port))
        self.socket.settimeout(PATIENCE_SECONDS)
        self.said = self.socket.makefile("rb")

    def ask(self, command: str, until: str) -> str:
        """What arrives up to the line `until`, pushed messages included."""
        self.socket.sendall(f"{command}\r\n".encode())
        lines: list[str] = []
        while not lines or lines[-1] != until:
            lines.append(self.said.readline().decode().strip())
        return " ".join(lines)

    def close(self) -> None:
        self.said.close()
        self.socket.close()


@contextmanager
def tracking(port: int) -> Iterator[Wire]:
    wire = Wire(port)
    try:
        wire.ask("HELLO 3", "*0")
        wire.ask("CLIENT TRACKING ON", "+OK")
        yield wire
    finally:
        wire.close()


PUSHED = ">2 $10 invalidate *1 $5 price"


def test_a_real_redis_tells_once_and_then_forgets(systems: Systems) -> None:
    redis = systems.redis_alone
    redis.run("SET", "price", "10")
    with tracking(redis.port) as wire:
        wire.ask("GET price", "10")
        redis.run("SET", "price", "11")
        assert wire.ask("PING", "+PONG") == f"{PUSHED} +PONG"
        redis.run("SET", "price", "12")
        assert wire.ask("PING", "+PONG") == "+PONG"
        wire.ask("GET price", "12")
        redis.run("SET", "price", "13")
        assert wire.ask("PING", "+PONG") == f"{PUSHED} +PONG"


def test_a_real_redis_tracks_an_absent_key(systems: Systems) -> None:
    redis = systems.redis_alone
    redis.run("DEL", "price")
    with tracking(redis.port) as wire:
        wire.ask("GET price", "_")
        redis.run("SET", "price", "10")
        assert wire.ask("PING", "+PONG") == f"{PUSHED} +PONG"


def test_a_real_redis_tells_a_new_connection_nothing_of_the_old_one(
    systems: Systems,
) -> None:
    redis = systems.redis_alone
    redis.run("SET", "price", "10")
    with tracking(redis.port) as wire:
        wire.ask("GET price", "10")
    with tracking(redis.port) as wire:
        redis.run("SET", "price", "11")
        assert wire.ask("PING", "+PONG") == "+PONG"
