"""What a reader of messages promises, whatever the network does."""

from random import Random

import pytest
from solution import MessageReader

LIMIT = 1_000


def frame(message: bytes) -> bytes:
    """The message with its length in front."""
    return len(message).to_bytes(4) + message


class Stream:
    """Gives bytes in pieces; open or ended when they are used up."""

    def __init__(self, data: bytes, piece: int, *, ended: bool = True) -> None:
        self.data = data
        self._piece = piece
        self._ended = ended
        self.ends = 0  # how often the end was told

    def recv(self, most: int) -> bytes:
        """As of a socket, but it fails where a socket would wait for ever."""
        assert most >= 0, "`recv` takes a number of bytes, 0 or more."
        if not self.data and not self._ended:
            pytest.fail(
                "Ask for no byte that is not needed. All of the message was "
                "there, and the reader called `recv` again: the peer waits for "
                "an answer before it sends more, so this would hang."
            )
        self.ends += most > 0 and not self.data
        if self.ends > 100:
            pytest.fail(
                'The answer b"" is the end of the stream. No byte will follow: '
                "a loop that waits for one never ends."
            )
        part = self.data[: min(most, self._piece)]
        self.data = self.data[len(part) :]
        return part


def messages(data: bytes, piece: int = 4_096) -> list[bytes]:
    """Everything that is read until the end."""
    found = []
    reader = MessageReader(Stream(data, piece).recv, LIMIT)
    while (message := reader.read()) is not None:
        found.append(message)
        assert len(found) < 50, "At the end of the stream `read` gives None."
    return found


def test_a_message_that_comes_at_once() -> None:
    assert messages(frame(b"pay 17")) == [b"pay 17"], (
        "A message that is there is returned, without its length."
    )


def test_a_message_that_comes_in_two_pieces() -> None:
    data, piece = frame(b"pay 17"), 5
    try:
        found = messages(data, piece)
    except (EOFError, ValueError) as error:
        found = [repr(error).encode()]
    assert found == [b"pay 17"], (
        "One `recv` may return less than the message. TCP keeps the order of "
        "bytes, not the borders of sends: go on until all bytes are there. "
        f"Got {found}."
    )


@pytest.mark.parametrize("piece", [1, 2, 3])
def test_a_length_that_comes_in_pieces(piece: int) -> None:
    reader = MessageReader(Stream(frame(b"pay 17"), piece).recv, LIMIT)
    try:
        message = reader.read()
    except (EOFError, ValueError) as error:
        message = repr(error).encode()
    assert message == b"pay 17", (
        "The length may come in pieces, too. Four bytes can be cut like any "
        f"others: with {piece} at a time the reader got {message!r}."
    )


def test_several_messages_in_one_piece() -> None:
    sent = [b"pay 17", b"pay 4", b"refund 17"]
    assert messages(b"".join(map(frame, sent))) == sent, (
        "Bytes of the next message must not get lost. One `recv` can return "
        "more than a message, if it is asked for more."
    )


def test_a_message_of_no_bytes() -> None:
    sent = [b"", b"pay 17", b""]
    assert messages(b"".join(map(frame, sent))) == sent, (
        "A message of 0 bytes is a message. Only the end of the stream is None."
    )


@pytest.mark.parametrize("last", [b"pay 17", b""])
@pytest.mark.parametrize("piece", [3, 4_096])
def test_it_does_not_wait_for_more_than_it_needs(
    last: bytes, piece: int
) -> None:
    stream = Stream(frame(b"hello") + frame(last), piece, ended=False)
    reader = MessageReader(stream.recv, LIMIT)
    found = [reader.read(), reader.read()]
    assert found == [b"hello", last], (
        f"Two messages were sent, b'hello' and {last!r}; read: {found}."
    )


def test_the_end_between_two_messages() -> None:
    reader = MessageReader(Stream(frame(b"pay 17"), 4_096).recv, LIMIT)
    reader.read()
    for _ in range(2):
        try:
            end = reader.read()
        except EOFError:
            end = b"EOFError"
        assert end is None, (
            "Between two messages a stream may end. That is no error: `read` "
            "gives None, as often as it is called."
        )


@pytest.mark.parametrize("kept", range(1, 10))
@pytest.mark.parametrize("piece", [1, 4_096])
def test_the_end_inside_a_message(kept: int, piece: int) -> None:
    cut = frame(b"pay 17")[:kept]
    reader = MessageReader(Stream(frame(b"hello") + cut, piece).recv, LIMIT)
    reader.read()
    try:
        got = reader.read()
    except EOFError:
        return
    pytest.fail(
        "A stream that ends inside a message is an error. The peer may have "
        f"crashed, and after {kept} of 10 bytes `read` returned {got!r} as if "
        "all was well: raise EOFError."
    )


def test_the_end_inside_a_length_of_zeros() -> None:
    reader = MessageReader(Stream(b"\0\0", 4_096).recv, LIMIT)
    try:
        got = reader.read()
    except EOFError:
        return
    pytest.fail(f"Two zero bytes are half a length, not the message {got!r}.")


def test_a_message_as_long_as_the_limit() -> None:
    longest = b"x" * LIMIT
    try:
        found = messages(frame(longest), 100)
    except ValueError:
        found = []
    assert found == [longest], "A message as long as the limit is allowed."


@pytest.mark.parametrize("size", [LIMIT + 1, 2**32 - 1])
def test_a_message_above_the_limit(size: int) -> None:
    stream = Stream(size.to_bytes(4) + b"x" * 2_000, 4_096)
    reader = MessageReader(stream.recv, LIMIT)
    try:
        reader.read()
    except ValueError:
        pass
    except EOFError:
        pytest.fail(
            "A message above the limit is refused before it is read. Whoever "
            "announces 4 GB makes the reader wait for them, and hold them."
        )
    else:
        pytest.fail("A length above the limit is refused. Raise ValueError.")
    assert len(stream.data) == 2_000 or stream.data == b"", (
        "A message above the limit is refused before it is read: "
        f"{2_000 - len(stream.data)} bytes of it were taken."
    )
    assert stream.ends == 0, (
        "The rest of the stream need not be read, and its end may never come. "
        "A message above the limit is refused at once."
    )


def test_random_messages_in_random_pieces() -> None:
    rng = Random(1)
    for _ in range(100):
        sent = [rng.randbytes(rng.randrange(40)) for _ in range(10)]
        found = messages(b"".join(map(frame, sent)), rng.randrange(1, 60))
        assert found == sent, "Whatever the pieces, the messages are the same."
