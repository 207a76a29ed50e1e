"""Framing: finds the messages again in a stream that has only bytes.

Time: O(bytes). Space: O(limit + chunk).
Source: RFC 9293 §2.2 and §3.9.1, https://www.rfc-editor.org/rfc/rfc9293
"""

from itertools import pairwise
from random import Random

HEAD = 4  # bytes of length before each message


def encode(message: bytes) -> bytes:
    """The message with its length in front, most significant byte first."""
    return len(message).to_bytes(HEAD) + message


class Decoder:
    """Takes the stream in chunks of any size, gives whole messages."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._buffer = bytearray()

    def feed(self, chunk: bytes) -> list[bytes]:
        """Messages that this chunk completes; ValueError above the limit."""
        self._buffer += chunk
        messages = []
        while len(self._buffer) >= HEAD:
            size = int.from_bytes(self._buffer[:HEAD])
            if size > self._limit:
                raise ValueError(f"{size} bytes announced, limit {self._limit}")
            if len(self._buffer) < HEAD + size:
                break
            messages.append(bytes(self._buffer[HEAD : HEAD + size]))
            del self._buffer[: HEAD + size]
        return messages

    def end(self) -> None:
        """Raises EOFError if the stream ends inside a message."""
        if self._buffer:
            raise EOFError(f"{len(self._buffer)} bytes of an unfinished one")


def arrivals(stream: bytes, pieces: int, rng: Random) -> list[bytes]:
    """The stream as `recv` may return it, cut at places of no meaning."""
    cuts = sorted(rng.sample(range(1, len(stream)), pieces - 1))
    return [stream[a:b] for a, b in pairwise([0, *cuts, len(stream)])]


if __name__ == "__main__":
    sent = [b"pay 17", b"pay 4", b"refund 17"]
    for pieces in [1, 3, 5]:
        rng, decoder = Random(3), Decoder(limit=1_000)
        print(f"3 sends, {pieces} recv")
        print("  raw   ", *arrivals(b"".join(sent), pieces, rng), sep=" | ")
        framed = arrivals(b"".join(map(encode, sent)), pieces, rng)
        found = [message for chunk in framed for message in decoder.feed(chunk)]
        print("  framed", *found, sep=" | ")
