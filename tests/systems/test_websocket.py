"""What a WebSocket needs of its handshake, its frames and a proxy before it.

Sources: RFC 6455, sections 4.1 and 5.6; nginx manual, "WebSocket proxying" and
"Module ngx_http_proxy_module", `proxy_read_timeout`.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from websockets.client import ClientProtocol
from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidStatus,
)
from websockets.sync.client import connect
from websockets.uri import parse_uri

from tests.evidence import Record
from tests.systems import nginx, websocket
from tests.systems.program import LOOPBACK, free_ports, home

UPGRADE = (
    "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade;"
    "proxy_set_header Connection upgrade;"
)


@contextmanager
def behind_nginx(settings: str) -> Iterator[str]:
    """The address of a server that is reached through nginx."""
    front, port = free_ports(2)
    configuration = (
        f"events {{}} http {{ server {{ listen {LOOPBACK}:{front};"
        f"{settings} location / {{ proxy_pass http://{LOOPBACK}:{port}; }}"
        "}}"
    )
    with (
        home() as folder,
        websocket.server(port),
        nginx.server(configuration, folder),
    ):
        yield f"ws://{LOOPBACK}:{front}/"


def test_text_stays_text_and_bytes_stay_bytes(
    record_property: Record,
) -> None:
    record_property("test", websocket.version())
    [port] = free_ports(1)
    sent: list[str | bytes] = ["ada", b"ada"]
    with (
        websocket.server(port),
        connect(f"ws://{LOOPBACK}:{port}/") as client,
    ):
        for message in sent:
            client.send(message)
        assert [client.recv() for _ in sent] == sent


@pytest.mark.parametrize(
    "proof", ["", "Sec-WebSocket-Accept: dGhlIHNhbXBsZSBub25jZQ==\r\n"]
)
def test_a_client_refuses_a_server_that_proves_nothing(
    proof: str, record_property: Record
) -> None:
    record_property("test", websocket.version())
    client = ClientProtocol(parse_uri("ws://chat.example.com/"))
    client.send_request(client.connect())
    client.receive_data(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\n" + proof.encode() + b"\r\n"
    )
    assert isinstance(client.handshake_exc, InvalidHandshake)
    assert "Sec-WebSocket-Accept" in str(client.handshake_exc)


@pytest.mark.parametrize(("http", "status"), [("1.0", 505), ("1.1", 426)])
def test_nginx_forwards_no_upgrade_by_itself(
    http: str, status: int, record_property: Record
) -> None:
    record_property("test", nginx.version())
    with (
        behind_nginx(f"proxy_http_version {http};") as address,
        pytest.raises(InvalidStatus, match=f"HTTP {status}"),
    ):
        connect(address)


def test_nginx_cuts_an_idle_connection_and_leaves_one_that_pings(
    record_property: Record,
) -> None:
    record_property("test", nginx.version())
    with behind_nginx(f"{UPGRADE} proxy_read_timeout 1s;") as address:
        with connect(address, ping_interval=0.2) as client:
            time.sleep(1.5)
            client.send("ada")
            assert client.recv() == "ada"
        began = time.monotonic()
        with connect(address, ping_interval=None) as client:
            with pytest.raises(ConnectionClosed):
                client.recv(timeout=10)
            idle = time.monotonic() - began
    record_property(
        "measured",
        f"nginx, `proxy_read_timeout 1s`: an idle WebSocket was cut after "
        f"{idle:.1f} s",
    )
    assert idle >= 0.9
