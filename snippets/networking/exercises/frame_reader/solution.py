"""Frame reader: bodies by stream, from the bytes of one HTTP/2 connection."""

HEADER, LARGEST = 9, 16_384  # bytes; of a payload, with the default settings
DATA, HEADERS = 0x0, 0x1  # types
END_STREAM, PADDED = 0x1, 0x8  # flags


class FrameReader:
    """Gathers what DATA frames carry; other frames are read over."""

    def __init__(self) -> None:
        self.bodies: dict[int, bytes] = {}  # by stream
        self.ended: set[int] = set()  # streams that carry no more
        # BEGIN SOLUTION
        self._rest = b""
        # STARTER
        # self._body = b""
        # END SOLUTION

    def feed(self, data: bytes) -> None:
        """The next bytes, cut anywhere.

        Raises ValueError, "FRAME_SIZE_ERROR" for a payload above LARGEST,
        as soon as its header is there, and "PROTOCOL_ERROR" for DATA on
        stream 0 or padding that leaves no room for its own length.
        """
        # BEGIN SOLUTION
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
            if kind == DATA:
                if flags & PADDED:
                    if not payload or payload[0] >= len(payload):
                        raise ValueError("PROTOCOL_ERROR")
                    payload = payload[1 : len(payload) - payload[0]]
                if stream == 0:
                    raise ValueError("PROTOCOL_ERROR")
                self.bodies[stream] = self.bodies.get(stream, b"") + payload
            if kind in (DATA, HEADERS) and flags & END_STREAM:
                self.ended.add(stream)
        # STARTER
        # length = int.from_bytes(data[:3])
        # kind, flags, stream = data[3], data[4], int.from_bytes(data[5:9])
        # if kind == DATA:
        #     self._body += data[9 : 9 + length]
        #     self.bodies[stream] = self._body
        # if flags & END_STREAM:
        #     self.ended.add(stream)
        # END SOLUTION
