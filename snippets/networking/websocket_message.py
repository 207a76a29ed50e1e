"""WebSocket message: its parts are joined, and pings may come between them.

Time: O(bytes). Space: O(LIMIT).
Source: RFC 6455, sections 5.2 to 5.6, https://www.rfc-editor.org/rfc/rfc6455
"""

from collections.abc import Callable, Iterator
from io import BytesIO

MORE, TEXT, BINARY, CLOSE, PING, PONG = OPCODES = 0, 1, 2, 8, 9, 10
LIMIT = 1_000  # bytes of a message; the protocol sets none


def messages(read: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """Opcode and payload of a client's messages and control frames."""
    # read(n): n bytes, or none at the end. A ValueError has the close code.
    kind, message, opcode = MORE, bytearray(), MORE
    while opcode != CLOSE and (head := read(2)):
        final, opcode, length = head[0] >> 7, head[0] & 15, head[1] & 127
        control = opcode >= CLOSE
        size, least = {126: (2, 126), 127: (8, 65_536)}.get(length, (0, 0))
        length = int.from_bytes(read(size)) if size else length
        for rule, kept in {
            "1002 a client masks": head[1] >> 7,
            "1002 bits are known": opcode in OPCODES and not head[0] & 0x70,
            "1002 control is whole, short": not control or (final and not size),
            "1002 parts follow a start": control or (kind > 0) != (opcode > 0),
            "1002 lengths are short": length >= least,
            "1009 size is limited": control or len(message) + length <= LIMIT,
        }.items():
            if not kept:
                raise ValueError(rule)
        mask, data = read(4), read(length)
        data = bytes(byte ^ mask[n % 4] for n, byte in enumerate(data))
        if control:
            yield opcode, data
            continue
        message += data
        kind = kind or opcode
        if final:
            if kind == TEXT:
                message.decode()  # UnicodeDecodeError, which is code 1007
            yield kind, bytes(message)
            kind, message = MORE, bytearray()


if __name__ == "__main__":
    for sent in (  # _ is a mask that hides nothing
        "01 85 _ 4d616c6dc3  89 80 _  80 81 _ b6  88 82 _ 03e8",
        "81 02 4d61",
        "81 fe 0002 _ 4d61",
        "01 81 _ 4d  81 81 _ 4d",
        "81 81 _ c3",
    ):
        data = BytesIO(bytes.fromhex(sent.replace("_", "00000000")))
        try:
            print(*messages(data.read))
        except ValueError as error:
            print(error)
