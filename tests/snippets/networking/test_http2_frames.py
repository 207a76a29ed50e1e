from random import Random

import pytest

from snippets.networking.http2_frames import (
    DATA,
    END_STREAM,
    HEADER,
    LARGEST,
    Frame,
    decode,
)

HEADERS, SETTINGS, GOAWAY, WINDOW_UPDATE = 0x1, 0x4, 0x7, 0x8


@pytest.mark.parametrize(
    ("frame", "wire"),
    [
        # An acknowledgement of settings is empty (6.5).
        (Frame(SETTINGS, 0x1, 0, b""), "000000 04 01 00000000"),
        # SETTINGS_INITIAL_WINDOW_SIZE (0x4) of 8,192 (6.5.1).
        (
            Frame(SETTINGS, 0, 0, bytes.fromhex("000400002000")),
            "000006 04 00 00000000 0004 00002000",
        ),
        # END_STREAM and END_HEADERS; the fields are those of RFC 7541, C.3.1.
        (
            Frame(
                HEADERS,
                0x5,
                1,
                bytes.fromhex("828684410f7777772e6578616d706c652e636f6d"),
            ),
            "000014 01 05 00000001828684410f7777772e6578616d706c652e636f6d",
        ),
        # 2^31-1 more bytes on the connection: a reserved bit is 0 (6.9).
        (
            Frame(WINDOW_UPDATE, 0, 3, bytes.fromhex("7fffffff")),
            "000004 08 00 00000003 7fffffff",
        ),
        # The last stream may be 2^31-1, without an error (6.8).
        (
            Frame(GOAWAY, 0, 0, bytes.fromhex("7fffffff00000000")),
            "000008 07 00 00000000 7fffffff 00000000",
        ),
        (Frame(DATA, END_STREAM, 5, b""), "000000 00 01 00000005"),
    ],
)
def test_a_frame_is_laid_out_as_in_section_4_1(frame: Frame, wire: str) -> None:
    assert frame.encode() == bytes.fromhex(wire)
    assert decode(bytes.fromhex(wire)) == ([frame], b"")


def test_what_nginx_sends_first_is_settings_then_a_larger_window() -> None:
    # Recorded from nginx 1.22.1, after the client's preface.
    sent = bytes.fromhex(
        "000012 04 00 00000000 0003 00000080 0004 00010000 0005 00ffffff"
        "000004 08 00 00000000 7fff0000"
    )
    frames, rest = decode(sent)
    assert [frame.type for frame in frames] == [SETTINGS, WINDOW_UPDATE]
    assert not rest


def test_the_reserved_bit_is_ignored() -> None:
    frames, _ = decode(bytes.fromhex("000000 00 00 80000003"))
    assert frames[0].stream == 3


def test_the_largest_payload_is_read_and_one_byte_more_is_refused() -> None:
    largest = Frame(DATA, 0, 1, bytes(LARGEST))
    assert decode(largest.encode()) == ([largest], b"")
    too_large = Frame(DATA, 0, 1, bytes(LARGEST + 1))
    with pytest.raises(ValueError, match="FRAME_SIZE_ERROR: 16385"):
        decode(too_large.encode())


def test_a_frame_that_is_too_long_is_refused_by_its_header() -> None:
    with pytest.raises(ValueError, match="FRAME_SIZE_ERROR"):
        decode(bytes.fromhex("ffffff 00 00 00000001"))


def test_an_unfinished_frame_is_left() -> None:
    wire = Frame(DATA, 0, 1, b"ada").encode()
    for cut in range(len(wire)):
        assert decode(wire[:cut]) == ([], wire[:cut])


def test_any_cut_gives_the_same_frames() -> None:
    rng = Random(5)
    frames = [
        Frame(DATA, 0, rng.choice([1, 3, 5]), rng.randbytes(rng.randrange(40)))
        for _ in range(200)
    ]
    wire = b"".join(frame.encode() for frame in frames)
    assert len(wire) == sum(HEADER + len(one.payload) for one in frames)
    got, rest = [], b""
    while wire:
        size = rng.randrange(1, 60)
        some, rest = decode(rest + wire[:size])
        got += some
        wire = wire[size:]
    assert (got, rest) == (frames, b"")
