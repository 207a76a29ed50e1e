"""Ask for no byte that is not needed."""

from collections.abc import Callable

HEAD = 4  # bytes of length before each message, most significant first


class MessageReader:
    """Reads messages that have their length in front, up to a limit."""

    def __init__(self, recv: Callable[[int], bytes], limit: int) -> None:
        self._recv = recv  # as of a socket: 1 to n bytes, b"" at the end
        self._limit = limit
        self._buffer = b""

    def read(self) -> bytes | None:
        """The next message, or None if the stream has ended before it.

        Raises ValueError for a message above the limit, without reading it,
        and EOFError if the stream ends inside a message.
        """
        while True:
            part = self._recv(4_096)
            self._buffer += part
            if len(self._buffer) >= HEAD:
                size = int.from_bytes(self._buffer[:HEAD])
                if size > self._limit:
                    raise ValueError(f"{size} bytes, limit {self._limit}")
                if len(self._buffer) >= HEAD + size:
                    message = self._buffer[HEAD : HEAD + size]
                    self._buffer = self._buffer[HEAD + size :]
                    return message
            if not part:
                if not self._buffer:
                    return None
                raise EOFError("the stream ended inside a message")
