"""What RFC 9113 asks of a receiver of frames, one rule per test."""

from random import Random

import pytest
from solution import FrameReader

DATA, HEADERS, RST_STREAM, SETTINGS, PING, UNKNOWN = 0, 1, 3, 4, 6, 0x2A
END_STREAM, END_HEADERS, PADDED, ACK = 0x1, 0x4, 0x8, 0x1


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    """A frame as it is sent."""
    head = len(payload).to_bytes(3) + bytes([kind, flags])
    return head + stream.to_bytes(4) + payload


def padded(content: bytes, zeros: int) -> bytes:
    """A payload with so many bytes of padding."""
    return bytes([zeros]) + content + bytes(zeros)


def read(*pieces: bytes) -> FrameReader:
    """A reader that was fed these."""
    reader = FrameReader()
    for piece in pieces:
        reader.feed(piece)
    return reader


def error(*pieces: bytes) -> str:
    """The error that they cause, if any."""
    try:
        read(*pieces)
    except ValueError as raised:
        return str(raised)
    return "no error"


def test_a_body_in_one_frame() -> None:
    reader = read(frame(DATA, END_STREAM, 1, b"ada"))
    assert reader.bodies == {1: b"ada"}, "The payload of DATA is the body."
    assert reader.ended == {1}, "END_STREAM on DATA ends the stream."


def test_streams_take_turns() -> None:
    reader = read(
        frame(DATA, 0, 1, b"a1"),
        frame(DATA, 0, 3, b"b1"),
        frame(DATA, 0, 1, b"a2"),
        frame(DATA, 0, 3, b"b2"),
    )
    assert reader.bodies == {1: b"a1a2", 3: b"b1b2"}, (
        "Each stream has a body of its own. Here stream 1 carried a1 and a2, "
        f"stream 3 b1 and b2, and the bodies are {reader.bodies}."
    )
    assert not reader.ended, "Without END_STREAM a stream is not at its end."


def test_one_segment_may_carry_several_frames() -> None:
    both = frame(DATA, 0, 1, b"ada") + frame(DATA, END_STREAM, 3, b"bob")
    assert read(both).bodies == {1: b"ada", 3: b"bob"}, (
        "One piece may carry several frames. TCP knows nothing of them."
    )


def test_a_frame_may_come_in_several_segments() -> None:
    wire = frame(DATA, END_STREAM, 1, b"ada") + frame(DATA, 0, 3, b"bob")
    for cut in range(1, len(wire)):
        reader = read(wire[:cut], wire[cut:])
        assert (reader.bodies, reader.ended) == ({1: b"ada", 3: b"bob"}, {1}), (
            "A piece may end within a frame. Keep what is left, until more "
            f"comes; here the first piece had {cut} bytes."
        )


def test_any_cut_gives_the_same() -> None:
    rng = Random(3)
    wire, bodies = b"", {1: b"", 3: b"", 5: b""}
    for _ in range(60):
        stream, content = rng.choice([1, 3, 5]), rng.randbytes(20)
        bodies[stream] += content
        zeros = rng.randrange(5)
        wire += frame(DATA, PADDED, stream, padded(content, zeros))
    for size in (1, 7, 40, 10_000):
        pieces = [wire[i : i + size] for i in range(0, len(wire), size)]
        assert read(*pieces).bodies == bodies, (
            "A piece may end within a frame. Here 60 frames came in pieces of "
            f"{size} bytes."
        )


def test_padding_is_not_content() -> None:
    reader = read(frame(DATA, PADDED, 1, padded(b"ada", 5)))
    assert reader.bodies == {1: b"ada"}, (
        "Padding is not content. With PADDED a payload is a length, the "
        f"content, so many bytes more (6.1): b'ada', not {reader.bodies[1]!r}."
    )
    reader = read(frame(DATA, PADDED | END_STREAM, 1, padded(b"ada", 0)))
    assert reader.bodies == {1: b"ada"}, (
        "A padding of 0 bytes is legal. Its length is there all the same: the "
        f"content is b'ada', not {reader.bodies[1]!r}."
    )
    assert reader.ended == {1}, "A frame may have several flags at once."


def test_a_frame_that_only_pads_adds_nothing() -> None:
    reader = read(
        frame(DATA, 0, 1, b"ada"), frame(DATA, PADDED, 1, padded(b"", 9))
    )
    assert reader.bodies == {1: b"ada"}, (
        "Padding may fill the whole frame but for its own length."
    )


@pytest.mark.parametrize("payload", [b"\x03ad", b"\x04ad", b"\xff", b""])
def test_padding_that_does_not_fit_is_an_error(payload: bytes) -> None:
    assert error(frame(DATA, PADDED, 1, payload)) == "PROTOCOL_ERROR", (
        "Padding that does not fit is a PROTOCOL_ERROR. It has to be shorter "
        f"than the payload, which holds its length too (6.1): {payload!r}."
    )


def test_without_the_flag_nothing_is_padding() -> None:
    reader = read(frame(DATA, 0, 1, b"\x02ada"))
    assert reader.bodies == {1: b"\x02ada"}, (
        "Without PADDED the first byte is content like any other."
    )


def test_a_frame_that_is_too_long_is_refused_at_once() -> None:
    largest = frame(DATA, 0, 1, bytes(16_384))
    assert read(largest).bodies == {1: bytes(16_384)}, (
        "16,384 bytes are allowed."
    )
    long = frame(DATA, 0, 1, bytes(16_385))
    assert error(long) == "FRAME_SIZE_ERROR", (
        "A longer payload is a FRAME_SIZE_ERROR. 16,384 bytes are the limit "
        "that HTTP/2 begins with (4.2)."
    )
    assert error(long[:9]) == "FRAME_SIZE_ERROR", (
        "Refuse it by its header. Who waits for the payload keeps up to 16 MB "
        "for each connection."
    )
    assert error(bytes.fromhex("010001 00 00 00000001")) == (
        "FRAME_SIZE_ERROR"
    ), "The length has three bytes: this one is 65,537."
    unknown = frame(UNKNOWN, 0, 1, bytes(16_385))
    assert error(unknown[:9]) == "FRAME_SIZE_ERROR", (
        "The limit holds for every type, not only for DATA (4.2)."
    )


def test_a_piece_may_carry_thousands_of_frames() -> None:
    wire = frame(DATA, 0, 1, b"a") * 2_000
    try:
        reader = read(wire)
    except RecursionError:
        reader = FrameReader()
    assert reader.bodies == {1: b"a" * 2_000}, (
        "A piece may carry thousands of frames. Use a loop: a call within a "
        "call for each of them exceeds Python's limit."
    )


def test_a_stream_has_31_bits() -> None:
    for stream in (257, 65_537, 0x7FFF_FFFF):
        reader = read(frame(DATA, 0, 1, b"a"), frame(DATA, 0, stream, b"b"))
        assert reader.bodies == {1: b"a", stream: b"b"}, (
            "The stream's number has four bytes, all of which count. "
            f"{stream:,} is another stream than 1 (4.1)."
        )


def test_the_reserved_bit_is_ignored() -> None:
    reader = read(frame(DATA, END_STREAM, 0x8000_0003, b"ada"))
    assert (reader.bodies, reader.ended) == ({3: b"ada"}, {3}), (
        "The reserved bit is ignored. A stream has 31 bits (4.1); here: "
        f"{reader.bodies}."
    )


def test_data_belongs_to_a_stream() -> None:
    for stream in (0, 0x8000_0000):
        assert error(frame(DATA, 0, stream, b"ada")) == "PROTOCOL_ERROR", (
            "DATA on stream 0 is a PROTOCOL_ERROR. That is the connection "
            "itself (6.1)."
        )


@pytest.mark.parametrize(
    "other",
    [
        frame(HEADERS, END_HEADERS, 1, b"\x88"),
        frame(RST_STREAM, 0, 5, bytes(4)),
        frame(UNKNOWN, 0, 1, b"xyz"),
    ],
)
def test_other_frames_are_no_content(other: bytes) -> None:
    pieces = other, frame(DATA, 0, 1, b"ada")
    assert error(*pieces) == "no error", (
        "A type that you do not know is no error. Read over it (4.1)."
    )
    assert read(*pieces).bodies == {1: b"ada"}, (
        "Only DATA carries content. Read over the other types."
    )


def test_headers_may_end_a_stream() -> None:
    head = frame(HEADERS, END_STREAM | END_HEADERS, 5, b"\x89")
    assert read(head).ended == {5}, (
        "HEADERS may end a stream as well. A response without content needs "
        "no DATA (8.1)."
    )


@pytest.mark.parametrize(
    "other",
    [
        frame(SETTINGS, ACK, 0),
        frame(PING, ACK, 0, bytes(8)),
        frame(UNKNOWN, 0xFF, 1, b"x"),
    ],
)
def test_the_same_bit_means_something_else_elsewhere(other: bytes) -> None:
    assert error(other) == "no error", (
        "PADDED is no flag of every type. Read over the payload of what is not "
        "DATA, whatever its flags are."
    )
    assert not read(other).ended, (
        "A flag belongs to its type. 0x1 is END_STREAM for DATA and HEADERS, "
        "ACK for SETTINGS and PING, and nothing that you know for others."
    )


def test_an_empty_frame_ends_a_stream() -> None:
    reader = read(frame(DATA, 0, 1, b"ada"), frame(DATA, END_STREAM, 1))
    assert (reader.bodies, reader.ended) == ({1: b"ada"}, {1}), (
        "An empty DATA frame may carry END_STREAM; the body stays."
    )
    empty = read(frame(DATA, END_STREAM, 1))
    assert (empty.bodies, empty.ended) == ({1: b""}, {1}), (
        "A body of no bytes is a body: bodies[1] is b''."
    )
