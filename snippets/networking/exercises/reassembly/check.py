"""What a receiver makes of segments, one promise per test."""

from random import Random

import pytest
from solution import MODULO, Receiver

FIRST, ROOM = 1_000, 100
STREAM = bytes(range(97, 123))  # a to z


def receive(*segments: tuple[int, bytes], first: int = FIRST) -> Receiver:
    """A receiver that got these, by their distance from the first byte."""
    receiver = Receiver(first, ROOM)
    for distance, data in segments:
        receiver.receive((first + distance) % MODULO, data)
    return receiver


def outcome(receiver: Receiver, first: int = FIRST) -> tuple[bytes, int]:
    """What can be read, and how many bytes are acknowledged."""
    return receiver.read(ROOM), (receiver.ack - first) % MODULO


def test_in_order() -> None:
    assert outcome(receive((0, b"abc"), (3, b"def"))) == (b"abcdef", 6), (
        "Segments that come in order are one stream, and the ACK counts them."
    )


def test_a_gap() -> None:
    receiver = receive((0, b"abc"), (6, b"ghi"))
    assert outcome(receiver) == (b"abc", 3), (
        "The ACK names the first byte that is missing. Behind a gap nothing "
        "can be read: the application would take g for the fourth byte."
    )


def test_a_gap_that_closes() -> None:
    receiver = receive((6, b"ghi"), (3, b"def"), (0, b"abc"))
    assert outcome(receiver) == (b"abcdefghi", 9), (
        "Keep what comes early. When the gap closes, all of it is in order, "
        "and need not be sent again."
    )


@pytest.mark.parametrize("again", [(0, b"abc"), (0, b"a"), (2, b"c")])
def test_a_copy(again: tuple[int, bytes]) -> None:
    assert outcome(receive((0, b"abc"), again)) == (b"abc", 3), (
        "Each byte is given once. A lost ACK makes the sender repeat what is "
        "there already."
    )


def test_a_copy_after_it_was_read() -> None:
    receiver = receive((0, b"abc"))
    receiver.read(ROOM)
    receiver.receive(FIRST, b"abc")
    assert outcome(receiver) == (b"", 3), (
        "Each byte is given once. This one had been read before its copy came."
    )


@pytest.mark.parametrize(
    "segments",
    [
        [(0, b"abc"), (1, b"bcdef")],
        [(0, b"abcdef"), (2, b"cd")],
        [(4, b"ef"), (3, b"de"), (0, b"abcdef")],
        [(2, b"cdef"), (0, b"abcd")],
        [(3, b"d"), (3, b"def"), (0, b"abc")],
    ],
)
def test_overlaps(segments: list[tuple[int, bytes]]) -> None:
    assert outcome(receive(*segments)) == (b"abcdef", 6), (
        "A segment may overlap others by any number of bytes. What is sent "
        f"again is often cut elsewhere, as in {segments}."
    )


def test_unread_bytes_take_room() -> None:
    receiver = receive((0, STREAM))
    assert receiver.window == ROOM - 26, (
        "Unread bytes shrink the window. It is what tells the sender that the "
        "application is slow."
    )
    receiver.read(20)
    assert receiver.window == ROOM - 6, "Reading opens the window again."


def test_early_bytes_lie_inside_the_window() -> None:
    assert receive((10, STREAM)).window == ROOM, (
        "Bytes behind a gap do not shrink the window. It counts from the ACK "
        "on, so their place is in it already, and a right edge that moves "
        "back takes back a promise."
    )


def test_beyond_the_window() -> None:
    receiver = receive((0, b"x" * (ROOM - 2)), (ROOM - 2, b"abcdef"))
    assert receiver.ack - FIRST <= ROOM, (
        "What is beyond the window is dropped. Otherwise a sender that ignores "
        "it fills the memory."
    )
    assert outcome(receiver) == (b"x" * (ROOM - 2) + b"ab", ROOM), (
        "The part that fits is taken. Of six bytes two are in the window."
    )


def test_early_and_beyond_the_window() -> None:
    receiver = receive((ROOM, b"zzz"), (0, b"a" * ROOM))
    receiver.read(ROOM)
    receiver.receive(FIRST + ROOM + 1, b"in")
    assert receiver.read(9) == b"", (
        "What is beyond the window is dropped. It must not come back when the "
        "window moves."
    )
    receiver.receive(FIRST + ROOM, b"f")
    assert receiver.read(9) == b"fin", (
        "After reading the window has moved: these three bytes are inside."
    )


def test_the_window_is_smaller_than_the_room() -> None:
    receiver = receive((0, b"x" * 60), (99, b"yz"), (60, b"x" * 39))
    receiver.read(ROOM)
    receiver.receive(FIRST + 101, b"!")
    assert receiver.ack == FIRST + 100, (
        "Unread bytes shrink the window, for early segments as well. With 60 "
        "unread, the bytes 60 to 99 are inside, and the next one is dropped."
    )


def test_early_bytes_are_held_once_and_only_inside_the_window() -> None:
    receiver = receive()
    for again in range(500):
        receiver.receive(FIRST + 10, b"k")
        receiver.receive(FIRST + 2 * ROOM + again, b"z")
    held = len(repr(vars(receiver)))
    assert held < 2_000, (
        "A sender must not fill the memory. One byte that is inside the "
        "window came 500 times, 500 were beyond it, and the receiver holds "
        "more than that one."
    )


def test_a_window_of_zero() -> None:
    receiver = receive((0, b"x" * ROOM))
    receiver.receive(FIRST + ROOM, b"probe")
    assert receiver.window == 0, "A full buffer announces a window of 0."
    assert receiver.ack == FIRST + ROOM, "With a window of 0 nothing is taken."
    assert receiver.read(ROOM + 5) == b"x" * ROOM, "Nothing more was taken."
    assert receiver.window == ROOM, "After reading there is room again."


def test_an_empty_segment() -> None:
    assert outcome(receive((0, b"abc"), (3, b""))) == (b"abc", 3), (
        "A segment without data changes nothing."
    )


@pytest.mark.parametrize("before", [1, 3, 10])
def test_numbers_that_start_again(before: int) -> None:
    first = MODULO - before
    segments = [(12, b"m"), (6, b"ghijkl"), (4, b"e"), (0, b"abc")]
    segments += [(0, b"abc"), (2, b"cdefg")]
    receiver = receive(*segments, first=first)
    assert outcome(receiver, first) == (b"abcdefghijklm", 13), (
        "Numbers start again at 0. The first may be any, and each counts "
        f"modulo 2**32; here the first byte is {first}."
    )
    assert receiver.ack == 13 - before, (
        f"Numbers start again at 0. The ACK is below 2**32, not {receiver.ack}."
    )


def test_random_segments_against_the_stream() -> None:
    rng = Random(1)
    for _ in range(150):
        stream = rng.randbytes(300)
        first = rng.randrange(MODULO)
        receiver, got = Receiver(first, 40), b""
        while len(got) < len(stream):
            at = max(0, len(got) + rng.randrange(-30, 60))
            part = stream[at : at + rng.randrange(1, 30)]
            receiver.receive((first + at) % MODULO, part)
            unread = (receiver.ack - first) % MODULO - len(got)
            assert unread + receiver.window == 40, (
                "ACK and window must agree: the right edge is what was read "
                "plus the room."
            )
            got += receiver.read(rng.randrange(0, 20))
            assert stream.startswith(got), (
                "Whatever the order, the application reads the stream."
            )


def test_what_was_read_is_forgotten() -> None:
    receiver = receive()
    for at in range(0, 20_000, 50):
        receiver.receive(FIRST + at + 25, b"x" * 25)
        receiver.receive(FIRST + at, b"x" * 50)
        receiver.read(ROOM)
    held = len(repr(vars(receiver)))
    assert held < 2_000, (
        "What was read is not kept. After 20,000 bytes the receiver still "
        "holds them, and their numbers will come again."
    )
