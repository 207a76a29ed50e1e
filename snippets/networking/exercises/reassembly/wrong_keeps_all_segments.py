"""A sender must not fill the memory."""

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
        self._early: list[tuple[int, bytes]] = []  # segments after a gap

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
        edge = self._expected + self.window
        self._early.append((number, data))
        waiting = True
        while waiting:
            waiting = False
            for segment in list(self._early):
                start, data = segment
                behind = (self._expected - start) % MODULO
                if behind < MODULO // 2:
                    self._early.remove(segment)
                    part = data[behind:][: max(0, edge - self._expected)]
                    self._ready += part
                    self._expected = (self._expected + len(part)) % MODULO
                    waiting = True
