"""A message above the limit is refused at once."""

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
        head = self._up_to(HEAD)
        if not head:
            return None
        if len(head) == HEAD:
            size = int.from_bytes(head)
            body = self._up_to(size)
            if size > self._limit:
                raise ValueError(f"{size} bytes, limit {self._limit}")
            if len(body) == size:
                return body
        raise EOFError("the stream ended inside a message")

    def _up_to(self, size: int) -> bytes:
        """So many bytes, fewer if the stream ends before."""
        data = bytearray()
        while len(data) < size:
            part = self._recv(size - len(data))
            if not part:
                break
            data += part
        return bytes(data)
