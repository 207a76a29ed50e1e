"""What a reader of the message relies on, one rule per test."""

from random import Random

import pytest
from solution import Message

LARGEST = 0x3FFF  # the largest position that a pointer can hold


def read(data: bytes | bytearray, at: int) -> str:
    """The name at a position, by a reader that believes nothing."""
    labels, start, size = list[str](), at, 1
    while True:
        assert at < len(data), f"The name at {start} runs out of the message."
        length = data[at]
        if length == 0:
            return ".".join(labels)
        if length >= 0xC0:
            target = int.from_bytes(data[at : at + 2]) - 0xC000
            assert target < start, (
                f"The pointer at {at} leads to {target}, not back: a pointer "
                "leads to where a name begins, its length byte."
            )
            at = start = target
            continue
        assert length < 64, (
            f"The byte {length} at {at} is no length. A label has at most 63 "
            "bytes, as two bits of its length byte mark pointers."
        )
        size += 1 + length
        assert size <= 255, "A name has at most 255 bytes, written in full."
        labels.append(bytes(data[at + 1 : at + 1 + length]).decode("ascii"))
        at += 1 + length


def begin(size: int = 12) -> Message:
    return Message(bytes(size))


def refuses(message: Message, name: str) -> bool:
    """Whether it raises a ValueError."""
    try:
        message.add_name(name)
    except ValueError:
        return True
    return False


def test_a_first_name_is_written_in_full() -> None:
    message = begin()
    message.add_name("www.example.com")
    assert bytes(message.data[12:]) == b"\x03www\x07example\x03com\x00", (
        "Each label has its length before it, and a 0 ends the name."
    )


def test_the_example_of_the_rfc() -> None:
    message = begin(20)
    message.add_name("F.ISI.ARPA")
    message.add(bytes(40 - len(message.data)))
    message.add_name("FOO.F.ISI.ARPA")
    message.add(bytes(64 - len(message.data)))
    message.add_name("ARPA")
    assert bytes(message.data[40:46]) == b"\x03FOO\xc0\x14", (
        "A pointer leads to where a name begins. In RFC 1035 §4.1.4 "
        f"FOO is followed by C0 14, not {message.data[44:46].hex(' ')}."
    )
    assert bytes(message.data[64:66]) == b"\xc0\x1a", (
        "A name that is the end of an earlier one is a pointer into it. "
        "ARPA begins at 26."
    )


def test_a_name_that_is_there_takes_two_bytes() -> None:
    message = begin()
    message.add_name("www.example.com")
    before = len(message.data)
    message.add_name("www.example.com")
    assert bytes(message.data[before:]) == b"\xc0\x0c", (
        "A name that is there as a whole is one pointer."
    )


@pytest.mark.parametrize("length", [64, 191, 192, 255, 256])
def test_a_label_has_at_most_63_bytes(length: int) -> None:
    assert refuses(begin(), "x" * length + ".com"), (
        f"A label of {length} bytes is a ValueError. From 64 on its length "
        "would be read as the beginning of a pointer, or as nothing."
    )


def test_a_label_of_63_bytes_is_allowed() -> None:
    assert not refuses(begin(), "x" * 63 + ".com"), (
        "63 bytes are the most that a label may have, and allowed."
    )


@pytest.mark.parametrize("name", ["", "a..b", ".com", "com."])
def test_no_label_is_empty(name: str) -> None:
    assert refuses(begin(), name), (
        "An empty label is a ValueError. Its length 0 would end the name."
    )


def of_size(size: int) -> str:
    """A name that takes so many bytes in full."""
    first = size - 1 - 3 * 64
    return ".".join(["a" * (first - 1), *(c * 63 for c in "bcd")])


def test_a_name_has_at_most_255_bytes() -> None:
    assert not refuses(begin(), of_size(255)), (
        "255 bytes are the most that a name may have, and allowed."
    )
    assert refuses(begin(), of_size(256)), (
        "A name of 256 bytes is a ValueError. Count each length byte, and "
        "the 0 at the end."
    )


def test_a_long_name_is_refused_however_short_it_would_be() -> None:
    message = begin()
    message.add_name(of_size(255).partition(".")[2])
    assert refuses(message, of_size(256)), (
        "The limit holds for the name in full, not for what is written."
    )


@pytest.mark.parametrize("name", ["b.com.." + "x", "b.c." + "x" * 64])
def test_a_name_that_is_refused_leaves_no_trace(name: str) -> None:
    message = begin()
    message.add_name("a.com")
    before = bytes(message.data)
    assert refuses(message, name), "This name has a label that is not allowed."
    assert bytes(message.data) == before, (
        "A name that is refused leaves the message as it was. Look at all "
        "labels before you write the first."
    )
    message.add_name("b.com")
    assert read(message.data, len(before)) == "b.com", (
        "A name that was refused must not be pointed to later."
    )


def added(message: Message, name: str) -> int:
    """How many bytes the name takes."""
    before = len(message.data)
    try:
        message.add_name(name)
    except (OverflowError, ValueError) as error:
        raise AssertionError(
            "A pointer has 14 bits. A name that begins at 16,384 or later "
            f"can't be pointed to, so write it again: {error}."
        ) from error
    assert read(message.data, before) == name, (
        f"{name!r} is read as {read(message.data, before)!r}."
    )
    return len(message.data) - before


@pytest.mark.parametrize("position", [LARGEST, LARGEST + 1])
def test_a_pointer_has_14_bits(position: int) -> None:
    message = begin(position)
    added(message, "www.example.com")
    size = added(message, "www.example.com")
    assert size == (2 if position == LARGEST else 17), (
        "At 16,383 a name can be pointed to, at 16,384 it can't."
    )


def test_the_end_of_a_name_may_lie_too_far() -> None:
    message = begin(LARGEST - 1)
    added(message, "www.example.com")
    assert added(message, "www.example.com") == 2, (
        "A name that begins in reach of a pointer is pointed to."
    )
    assert added(message, "example.com") == 13, (
        "The end of that name is out of reach, and is written in full."
    )


def test_two_messages_share_nothing() -> None:
    for _ in range(2):
        message = begin()
        message.add_name("www.example.com")
        assert len(message.data) == 29, (
            "Each message has names of its own. A pointer leads into the same "
            "message."
        )


@pytest.mark.parametrize("seed", range(20))
def test_any_names_are_read_again_and_no_byte_is_wasted(seed: int) -> None:
    rng, message = Random(seed), begin()
    there: set[str] = set()
    for _ in range(30):
        labels = [rng.choice("abc") * rng.randint(1, 2) for _ in range(3)]
        labels = labels[: rng.randint(1, 3)]
        name, at, full = ".".join(labels), len(message.data), 0
        message.add_name(name)
        assert read(message.data, at) == name, (
            f"{name!r} must be read as it was written, not as "
            f"{read(message.data, at)!r}."
        )
        ends = [".".join(labels[n:]) for n in range(len(labels))]
        new = [end for end in ends if end not in there]
        full = sum(1 + len(end.partition(".")[0]) for end in new)
        least = full + (1 if len(new) == len(ends) else 2)
        assert len(message.data) - at == least, (
            f"{name!r} takes {least} bytes here, not {len(message.data) - at}: "
            "point to the longest end of the name that is there."
        )
        there.update(ends)
