"""PROXY protocol: the client's address, before the first byte of its own.

Time: O(bytes of the header). Space: O(1).
Source: The PROXY protocol, versions 1 and 2, sections 2.1 and 2.2,
https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt
"""

from ipaddress import IPv4Address, IPv6Address
from struct import unpack_from

SIGNATURE = bytes.fromhex("0D0A0D0A000D0A515549540A")
HEAD_BYTES, LONGEST_LINE, LOCAL, PROXY = 16, 107, 0x20, 0x21
FAMILIES = {"TCP4": IPv4Address, "TCP6": IPv6Address}
SIZES = {0x11: 4, 0x21: 16}  # of an address: TCP over IPv4, over IPv6

type Client = tuple[str, int] | None  # None: the header names nobody


def read_header(data: bytes) -> tuple[Client, bytes]:
    """The client's address and port, and the bytes after the header.

    Raises ValueError without a complete header: a receiver never guesses.
    """
    return (_binary if data.startswith(SIGNATURE) else _line)(data)


def _line(data: bytes) -> tuple[Client, bytes]:
    line, end, rest = data.partition(b"\r\n")
    if end and len(line + end) <= LONGEST_LINE:
        match line.decode("latin-1").split(" "):
            case ["PROXY", "UNKNOWN", *_]:
                return None, rest
            case ["PROXY", "TCP4" | "TCP6" as family, source, _, port, _]:
                return (str(FAMILIES[family](source)), int(port)), rest
    raise ValueError(f"no header: {data[:20]!r}")


def _binary(data: bytes) -> tuple[Client, bytes]:
    command, kind, length = unpack_from("!BBH", data.ljust(HEAD_BYTES), 12)
    end = HEAD_BYTES + length
    size = SIZES.get(kind, 0) if command == PROXY else 0
    needed = 2 * size + 4 if size else 0
    if command not in (LOCAL, PROXY) or length < needed or len(data) < end:
        raise ValueError(f"no header: {data[:20]!r}")
    if not size:
        return None, data[end:]
    [port] = unpack_from("!H", data, HEAD_BYTES + 2 * size)
    source = data[HEAD_BYTES : HEAD_BYTES + size]
    family = FAMILIES["TCP4" if size == 4 else "TCP6"]
    return (str(family(source)), port), data[end:]


if __name__ == "__main__":
    request = b"GET / HTTP/1.0"
    line = b"PROXY TCP4 203.0.113.7 10.0.0.1 51842 80\r\n"
    binary = SIGNATURE + bytes.fromhex("2111000C CB007107 0A000001 CA82 0050")
    for name, header in [("text", line), ("binary", binary)]:
        client, rest = read_header(header + request)
        print(f"{name}, {len(header)} bytes: {client}")
        print(f"  then {rest.decode()}")
