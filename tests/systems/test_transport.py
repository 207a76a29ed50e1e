"""What this machine's own TCP and UDP promise a program, on loopback.

Sources: RFC 9293, section 2.2, "Key TCP Concepts", section 3.7.4, "Nagle
Algorithm", and section 3.8.6.3, "Delayed Acknowledgments"; RFC 768.
"""

import platform
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from threading import Thread

import pytest

from tests.evidence import Record
from tests.systems.program import LOOPBACK, PATIENCE_SECONDS

EXCHANGES = 20
REQUEST = b"ab"


def version() -> str:
    """As in `Linux 6.1`."""
    release = ".".join(platform.release().split(".")[:2])
    return f"{platform.system()} {release}"


@contextmanager
def connection() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Both ends of a TCP connection."""
    with (
        socket.create_server((LOOPBACK, 0)) as listener,
        socket.create_connection(listener.getsockname()) as client,
    ):
        server, _ = listener.accept()
        with server:
            for end in (client, server):
                end.settimeout(PATIENCE_SECONDS)
            yield client, server


def test_a_send_succeeds_although_the_peer_never_reads_it(
    record_property: Record,
) -> None:
    record_property("test", version())
    with connection() as (client, server):
        assert client.send(b"pay 17") == 6
        assert server.recv(6, socket.MSG_PEEK) == b"pay 17"  # it has arrived
        server.close()
        with pytest.raises(ConnectionResetError):
            client.recv(1)


def test_a_datagram_to_nobody_is_sent_without_an_error(
    record_property: Record,
) -> None:
    record_property("test", version())
    with (
        socket.socket(type=socket.SOCK_DGRAM) as gone,
        socket.socket(type=socket.SOCK_DGRAM) as client,
    ):
        gone.bind((LOOPBACK, 0))
        nobody = gone.getsockname()
        gone.close()
        assert client.sendto(b"pay 17", nobody) == 6


def test_a_datagram_is_received_whole_or_cut_never_in_pieces(
    record_property: Record,
) -> None:
    record_property("test", version())
    with (
        socket.socket(type=socket.SOCK_DGRAM) as inbox,
        socket.socket(type=socket.SOCK_DGRAM) as client,
    ):
        inbox.bind((LOOPBACK, 0))
        inbox.settimeout(PATIENCE_SECONDS)
        for message in (b"pay 17", b"pay 4"):
            client.sendto(message, inbox.getsockname())
        assert [inbox.recv(5), inbox.recv(9)] == [b"pay 1", b"pay 4"]


def answer_each(server: socket.socket) -> None:
    """Answer each request of two bytes, when both are there."""
    request = b""
    while part := server.recv(len(REQUEST)):
        request += part
        if request == REQUEST:
            server.sendall(b"ok")
            request = b""


def milliseconds(*, nodelay: bool) -> float:
    """The median time of a request that is written byte by byte."""
    took = []
    with connection() as (client, server):
        thread = Thread(target=answer_each, args=(server,))
        thread.start()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, nodelay)
        for _ in range(EXCHANGES):
            began = time.monotonic()
            for byte in REQUEST:
                client.send(bytes([byte]))
            assert client.recv(2, socket.MSG_WAITALL) == b"ok"
            took.append(time.monotonic() - began)
        client.shutdown(socket.SHUT_WR)
        thread.join()
    return median(took) * 1_000


def test_two_small_writes_wait_for_a_delayed_acknowledgment(
    record_property: Record,
) -> None:
    record_property("test", version())
    held, sent = milliseconds(nodelay=False), milliseconds(nodelay=True)
    record_property(
        "measured",
        f"TCP on loopback, a request in two writes: {held:.0f} ms, with "
        f"`TCP_NODELAY` {sent:.1f} ms (medians of {EXCHANGES})",
    )
    assert held > 10 * sent
