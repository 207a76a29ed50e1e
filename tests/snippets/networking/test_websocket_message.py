import random
from io import BytesIO

import pytest

from snippets.networking.websocket_frame import encode
from snippets.networking.websocket_message import (
    BINARY,
    CLOSE,
    LIMIT,
    MORE,
    PING,
    PONG,
    TEXT,
    messages,
)

KEY = bytes.fromhex("37fa213d")


def frame(opcode: int, payload: bytes = b"", *, final: bool = True) -> bytes:
    return encode(opcode, payload, KEY, final=final)


def read(*frames: bytes) -> list[tuple[int, bytes]]:
    return list(messages(BytesIO(b"".join(frames)).read))


def refused(*frames: bytes) -> str:
    with pytest.raises(ValueError, match=r"^\d{4} ") as error:
        read(*frames)
    return str(error.value)[:4]


def test_the_masked_examples_of_the_rfc() -> None:
    hello = bytes.fromhex("818537fa213d7f9f4d5158")
    pong = bytes.fromhex("8a8537fa213d7f9f4d5158")
    assert read(hello, pong) == [(TEXT, b"Hello"), (PONG, b"Hello")]


def test_parts_are_joined_and_a_ping_may_come_between() -> None:
    assert read(
        frame(TEXT, b"Hello"[:3], final=False),
        frame(PING, b"?"),
        frame(MORE, b"", final=False),
        frame(MORE, b"Hello"[3:]),
        frame(BINARY, b"\xff"),
    ) == [(PING, b"?"), (TEXT, b"Hello"), (BINARY, b"\xff")]


def test_a_character_may_be_cut_between_parts_but_not_at_the_end() -> None:
    cut = frame(TEXT, b"\xc3", final=False)
    assert read(cut, frame(MORE, b"\xb6")) == [(TEXT, "ö".encode())]
    with pytest.raises(UnicodeDecodeError):
        read(cut, frame(MORE))
    assert read(frame(BINARY, b"\xc3")) == [(BINARY, b"\xc3")]


def test_nothing_is_read_after_a_close() -> None:
    goodbye = frame(CLOSE, (1000).to_bytes(2))
    assert read(goodbye, b"whatever") == [(CLOSE, b"\x03\xe8")]


@pytest.mark.parametrize(
    "frames",
    [
        [encode(TEXT, b"Hello")],  # not masked
        [b"\xc1\x80" + KEY],  # a reserved bit
        [frame(3)],
        [frame(11)],
        [frame(PING, final=False)],
        [frame(PING, bytes(126))],
        [frame(MORE, b"lo")],
        [frame(TEXT, b"a", final=False), frame(TEXT, b"b")],
        [b"\x81\xfe\x00\x05" + KEY + bytes(5)],
        [b"\x81\xff" + (65_535).to_bytes(8) + KEY],
    ],
    ids=range(10),
)
def test_a_broken_rule_is_a_protocol_error(frames: list[bytes]) -> None:
    assert refused(*frames) == "1002"


def test_what_is_too_big_is_refused_before_it_comes() -> None:
    assert read(frame(BINARY, bytes(LIMIT))) == [(BINARY, bytes(LIMIT))]
    assert refused(b"\x82\xff" + (2**62).to_bytes(8)) == "1009"
    half = frame(BINARY, bytes(LIMIT // 2), final=False)
    rest = frame(MORE, bytes(LIMIT // 2 + 1))
    assert refused(half, rest) == "1009"


def test_a_ping_has_room_beside_a_message_of_the_largest_size() -> None:
    whole = frame(BINARY, bytes(LIMIT), final=False)
    assert read(whole, frame(PING, bytes(125)), frame(MORE)) == [
        (PING, bytes(125)),
        (BINARY, bytes(LIMIT)),
    ]


def test_any_messages_in_any_parts_come_out_as_they_went_in() -> None:
    rng = random.Random(4)
    for _ in range(300):
        sent, wire = [], []
        for _ in range(rng.randrange(1, 5)):
            kind = rng.choice([TEXT, BINARY])
            payload = bytes(rng.choices(b"abc", k=rng.randrange(300)))
            cuts = sorted(
                rng.choices(range(len(payload) + 1), k=rng.randrange(4))
            )
            ends = [*cuts, len(payload)]
            for n, (a, b) in enumerate(zip([0, *cuts], ends, strict=True)):
                if rng.random() < 0.3:
                    wire.append(frame(PING))
                    sent.append((PING, b""))
                opcode = MORE if n else kind
                wire.append(frame(opcode, payload[a:b], final=n == len(cuts)))
            sent.append((kind, payload))
        assert read(*wire) == sent
