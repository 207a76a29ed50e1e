"""What is beyond the window is dropped."""

MODULO = 2**32  # numbers of bytes start again at 0


class Receiver:
    """Makes one stream of segments that come in any order, more than once.

    `first` is the number of the first byte, `room` the bytes it may hold
    that the application has not read.
    """

    def __init__(self, first: int, room: int) -> None:
        self._room = room
        self._ready = bytearray()  # in order, not read yet
        self._expected = first  # number of the next byte in order
        self._early: dict[int, int] = {}  # bytes after a gap, by their number

    @property
    def ack(self) -> int:
        """The number of the next byte that is missing."""
        return self._expected

    @property
    def window(self) -> int:
        """How many bytes from `ack` on there is room for."""
        return self._room - len(self._ready)

    def read(self, most: int) -> bytes:
        """At most so many bytes in order; each is given once."""
        data = bytes(self._ready[:most])
        del self._ready[:most]
        return data

    def receive(self, number: int, data: bytes) -> None:
        """Take a segment; `number` is that of its first byte.

        Bytes that are there already, or beyond the window, are dropped.
        """
        window = self.window
        for at, byte in enumerate(data):
            if (number + at - self._expected) % MODULO <= window:
                self._early[(number + at) % MODULO] = byte
        while self._expected in self._early and self.window:
            self._ready.append(self._early.pop(self._expected))
            self._expected = (self._expected + 1) % MODULO
