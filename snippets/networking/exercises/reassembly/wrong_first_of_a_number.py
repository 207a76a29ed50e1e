"""A segment may overlap others by any number of bytes."""

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
        self._early: dict[int, bytes] = {}  # segments after a gap

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
        distance = (number - self._expected) % MODULO
        if distance >= MODULO // 2:  # an old one, or one that begins there
            data, distance = data[MODULO - distance :], 0
        start = (self._expected + distance) % MODULO
        if part := data[: max(0, window - distance)]:
            self._early.setdefault(start, part)
        for start in sorted(self._early, key=self._distance):
            behind = -self._distance(start)
            if behind >= 0:
                part = self._early.pop(start)[behind:]
                self._ready += part
                self._expected = (self._expected + len(part)) % MODULO

    def _distance(self, number: int) -> int:
        """From the byte expected next; below 0 if it is there."""
        half = MODULO // 2
        return (number - self._expected + half) % MODULO - half
