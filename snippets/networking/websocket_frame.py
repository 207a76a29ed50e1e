"""WebSocket frame: 2 to 14 bytes in front of data say what it is, and its end.

Time: O(payload). Space: O(payload).
Source: RFC 6455, sections 5.2 "Base Framing Protocol", 5.3 "Client-to-Server
Masking" and 5.7 "Examples", https://www.rfc-editor.org/rfc/rfc6455#section-5.2
"""

from itertools import cycle

MORE, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
FINAL = MASKED = 0x80


def xor(payload: bytes, key: bytes) -> bytes:
    """Each byte with one of the key's four, in turn: done twice, undone."""
    return bytes(a ^ b for a, b in zip(payload, cycle(key), strict=False))


def encode(
    opcode: int, payload: bytes, key: bytes = b"", *, final: bool = True
) -> bytes:
    """The frame; a client has to give four bytes that nobody can predict."""
    length, more = len(payload), b""
    if length >= 65_536:
        length, more = 127, length.to_bytes(8)
    elif length >= 126:
        length, more = 126, length.to_bytes(2)
    head = bytes([final * FINAL | opcode, bool(key) * MASKED | length])
    return head + more + key + (xor(payload, key) if key else payload)


if __name__ == "__main__":
    key, goal = bytes.fromhex("37fa213d"), '{"goal":1}'
    for name, frame in {
        "text from a server": encode(TEXT, b"Hello"),
        "text from a client": encode(TEXT, b"Hello", key),
        "Hello, first part": encode(TEXT, b"Hello"[:3], final=False),
        "Hello, second part": encode(MORE, b"Hello"[3:]),
        "ping": encode(PING, b"Hello"),
        "pong from a client": encode(PONG, b"Hello", key),
        "JSON as text": encode(TEXT, goal.encode()),
        "JSON as binary": encode(BINARY, goal.encode()),
    }.items():
        print(f"{name:18}", frame.hex(" "))
    for size in [125, 126, 65_535, 65_536]:
        extra = len(encode(BINARY, bytes(size), key)) - size
        print(f"{size:6} bytes need {extra:2} more from a client")
    chosen = xor(b"GET /ad.js HTTP/1.1", key)  # if the key were known
    print("on the wire then:", encode(BINARY, chosen, key)[6:].decode())
