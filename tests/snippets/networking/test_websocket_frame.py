import os

import pytest
from websockets.frames import Frame, Opcode

from snippets.networking.websocket_frame import (
    BINARY,
    MORE,
    PING,
    PONG,
    TEXT,
    encode,
    xor,
)

KEY = bytes.fromhex("37fa213d")


@pytest.mark.parametrize(
    ("frame", "wire"),
    [
        (encode(TEXT, b"Hello"), "810548656c6c6f"),
        (encode(TEXT, b"Hello", KEY), "818537fa213d7f9f4d5158"),
        (encode(TEXT, b"Hello"[:3], final=False), "010348656c"),
        (encode(MORE, b"Hello"[3:]), "80026c6f"),
        (encode(PING, b"Hello"), "890548656c6c6f"),
        (encode(PONG, b"Hello", KEY), "8a8537fa213d7f9f4d5158"),
        (encode(BINARY, bytes(256))[:4], "827e0100"),
        (encode(BINARY, bytes(65_536))[:10], "827f0000000000010000"),
    ],
)
def test_the_examples_of_the_rfc(frame: bytes, wire: str) -> None:
    assert frame.hex() == wire


@pytest.mark.parametrize(
    ("size", "extra"),
    [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)],
)
def test_a_length_takes_as_few_bytes_as_it_can(size: int, extra: int) -> None:
    assert len(encode(BINARY, bytes(size))) == size + extra
    assert len(encode(BINARY, bytes(size), KEY)) == size + extra + 4


@pytest.mark.parametrize("size", [0, 1, 3, 4, 5, 1_000])
def test_a_mask_that_is_applied_twice_is_gone(size: int) -> None:
    payload, key = os.urandom(size), os.urandom(4)
    assert xor(xor(payload, key), key) == payload


def test_text_and_binary_differ_in_one_bit_pattern_only() -> None:
    text, binary = encode(TEXT, b"{}"), encode(BINARY, b"{}")
    assert (text[0] & 0xF, binary[0] & 0xF) == (1, 2)
    assert text[1:] == binary[1:]


def test_who_knows_the_key_chooses_the_bytes_on_the_wire() -> None:
    chosen = b"GET /ad.js HTTP/1.1"
    assert encode(BINARY, xor(chosen, KEY), KEY).endswith(chosen)
    assert not encode(BINARY, xor(chosen, KEY), b"\0\1\2\3").endswith(chosen)


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_websockets_makes_the_same_frames(size: int) -> None:
    payload = bytes(size)
    theirs = Frame(Opcode.BINARY, payload).serialize(mask=False)
    assert encode(BINARY, payload) == theirs
