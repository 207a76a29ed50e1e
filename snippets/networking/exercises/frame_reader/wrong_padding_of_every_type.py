"""PADDED is no flag of every type."""

HEADER, LARGEST = 9, 16_384  # bytes; of a payload, with the default settings
DATA, HEADERS = 0x0, 0x1  # types
END_STREAM, PADDED = 0x1, 0x8  # flags


class FrameReader:
    """Gathers what DATA frames carry; other frames are read over."""

    def __init__(self) -> None:
        self.bodies: dict[int, bytes] = {}  # by stream
        self.ended: set[int] = set()  # streams that carry no more
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """The next bytes, cut anywhere.

        Raises ValueError, "FRAME_SIZE_ERROR" for a payload above LARGEST,
        as soon as its header is there, and "PROTOCOL_ERROR" for DATA on
        stream 0 or padding that leaves no room for its own length.
        """
        self._rest += data
        while len(self._rest) >= HEADER:
            end = HEADER + int.from_bytes(self._rest[:3])
            if end > HEADER + LARGEST:
                raise ValueError("FRAME_SIZE_ERROR")
            if len(self._rest) < end:
                return
            frame, self._rest = self._rest[:end], self._rest[end:]
            kind, flags, payload = frame[3], frame[4], frame[HEADER:]
            stream = int.from_bytes(frame[5:HEADER]) & 0x7FFF_FFFF
            if True:
                if flags & PADDED:
                    if not payload or payload[0] >= len(payload):
                        raise ValueError("PROTOCOL_ERROR")
                    payload = payload[1 : len(payload) - payload[0]]
                if kind == DATA and stream == 0:
                    raise ValueError("PROTOCOL_ERROR")
                if kind == DATA:
                    self.bodies[stream] = self.bodies.get(stream, b"") + payload
            if kind in (DATA, HEADERS) and flags & END_STREAM:
                self.ended.add(stream)
