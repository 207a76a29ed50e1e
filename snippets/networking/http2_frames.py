"""HTTP/2 frames: several messages share one connection, piece by piece.

Time: O(bytes). Space: O(bytes).
Source: RFC 9113, section 4.1, https://www.rfc-editor.org/rfc/rfc9113#section-4.1
"""

from typing import NamedTuple

HEADER, LARGEST = 9, 16_384  # bytes; of a payload, unless more is allowed
DATA, END_STREAM = 0x0, 0x1  # a type, and a flag


class Frame(NamedTuple):
    """A piece of one stream; stream 0 is the connection itself."""

    type: int
    flags: int
    stream: int
    payload: bytes

    def encode(self) -> bytes:
        """Length in 3 bytes, type, flags, stream in 4, then the payload."""
        head = [len(self.payload).to_bytes(3), bytes([self.type, self.flags])]
        return b"".join([*head, self.stream.to_bytes(4), self.payload])


def decode(data: bytes) -> tuple[list[Frame], bytes]:
    """Whole frames, and the rest; ValueError if a frame is too long."""
    frames = []
    while len(data) >= HEADER:
        end = HEADER + int.from_bytes(data[:3])
        if end > HEADER + LARGEST:
            raise ValueError(f"FRAME_SIZE_ERROR: {end - HEADER} bytes")
        if len(data) < end:
            break
        stream = int.from_bytes(data[5:HEADER]) & 0x7FFF_FFFF  # 1 bit reserved
        frames.append(Frame(data[3], data[4], stream, data[HEADER:end]))
        data = data[end:]
    return frames, data


if __name__ == "__main__":
    bodies = {1: b"<html>...</html>", 3: b"body {}", 5: b"alert(17)"}
    wire, received = b"", dict.fromkeys(bodies, b"")
    for start in range(0, 18, 6):  # turns of 6 bytes
        for stream, body in bodies.items():
            if piece := body[start : start + 6]:
                flags = 0 if body[start + 6 :] else END_STREAM
                wire += Frame(DATA, flags, stream, piece).encode()
    print("on the wire:", wire[:15].hex(" ", 1), "...")
    rest = b""
    for start in range(0, len(wire), 40):  # TCP cuts where it likes
        frames, rest = decode(rest + wire[start : start + 40])
        for _, flags, stream, payload in frames:
            received[stream] += payload
            end = "END_STREAM" if flags & END_STREAM else ""
            print(f"stream {stream}  {payload.decode():7} {end}".rstrip())
        print(f"({len(rest)} bytes of an unfinished frame)")
    print("all bodies complete:", received == bodies)
