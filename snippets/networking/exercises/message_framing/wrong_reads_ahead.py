"""Bytes of the next message must not get lost."""

from collections.abc import Callable

HEAD = 4  # bytes of length before each message, most significant first


class MessageReader:
    """Reads messages that have their length in front, up to a limit."""

    def __init__(self, recv: Callable[[int], bytes], limit: int) -> None:
        self._recv = recv  # as of a socket: 1 to n bytes, b"" at the end
        self._limit = limit

    def read(self) -> bytes | None:
        """The next message, or None if the stream has ended before it.

        Raises ValueError for a message above the limit, without reading it,
        and EOFError if the stream ends inside a message.
        """
        data = bytearray(self._recv(4096))
        if not data:
            return None
        while len(data) < HEAD or len(data) < HEAD + self._size(data):
            if not (part := self._recv(4096)):
                raise EOFError("the stream ended inside a message")
            data += part
        return bytes(data[HEAD : HEAD + self._size(data)])

    def _size(self, data: bytearray) -> int:
        size = int.from_bytes(data[:HEAD])
        if size > self._limit:
            raise ValueError(f"{size} bytes, limit {self._limit}")
        return size
