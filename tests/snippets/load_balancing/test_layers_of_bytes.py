import pytest

from snippets.load_balancing.layers_of_bytes import (
    Flow,
    layer_4,
    layer_7,
    packet,
    pool,
)

FLOW: Flow = ("203.0.113.7", 51842, "198.51.100.1", 80)


@pytest.mark.parametrize("data", [b"", b"x", b"GET / HTTP/1.1\r\n\r\n"])
def test_layer_4_reads_the_flow_and_leaves_the_bytes(data: bytes) -> None:
    assert layer_4(packet(FLOW, data)) == (FLOW, data)


def test_headers_may_have_options() -> None:
    sent = bytearray(packet(FLOW, b"data"))
    sent[32] = 0x60  # TCP: six words
    assert layer_4(bytes(sent[:40] + b"opts" + sent[40:])) == (FLOW, b"data")
    sent = bytearray(packet(FLOW, b"data"))
    sent[0] = 0x46  # IPv4: six words
    assert layer_4(bytes(sent[:20] + b"opts" + sent[20:])) == (FLOW, b"data")


def test_layer_7_waits_for_the_end_of_a_request() -> None:
    stream = b"GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\n"
    assert layer_7(stream) == [("GET", "/a")]
    assert layer_7(stream + b"\r\n") == [("GET", "/a"), ("POST", "/b")]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/api/users", "api"),
        ("/images/x", "static"),
        ("/apiary", "web"),
        ("/x/api/users", "web"),
    ],
)
def test_the_pool_follows_the_path(path: str, to: str) -> None:
    assert pool(path) == to
