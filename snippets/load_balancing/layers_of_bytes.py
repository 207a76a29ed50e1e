"""Layers 4 and 7: what each can read of the same packets, and decide by.

Assumed: requests have no body; nothing is lost or out of order.

Time: O(bytes). Space: O(bytes).
Source: RFC 9293, section 3.1 (TCP header); RFC 791, section 3.1 (IPv4);
RFC 9112, section 2.1, https://www.rfc-editor.org/rfc/rfc9293#section-3.1
"""

from ipaddress import IPv4Address
from struct import pack, unpack_from
from zlib import crc32

SERVERS = ["a", "b", "c"]
POOLS = {"/api/": "api", "/images/": "static", "/admin/": "admin"}
TCP, BYTES_PER_WORD = 6, 4

type Flow = tuple[str, int, str, int]


def packet(flow: Flow, data: bytes) -> bytes:
    """An IPv4 packet with a TCP segment; checksums are left out."""
    source, sport, target, dport = flow
    ends = IPv4Address(source).packed + IPv4Address(target).packed
    ip = pack("!BBHLBBH", 0x45, 0, 40 + len(data), 0, 64, TCP, 0) + ends
    return ip + pack("!HHLLHHL", sport, dport, 0, 0, 0x5018, 512, 0) + data


def layer_4(sent: bytes) -> tuple[Flow, bytes]:
    """The four values that name the connection, and bytes it can't read."""
    tcp = (sent[0] & 0x0F) * BYTES_PER_WORD
    sport, dport = unpack_from("!HH", sent, tcp)
    source, target = IPv4Address(sent[12:16]), IPv4Address(sent[16:20])
    data = tcp + (sent[tcp + 12] >> 4) * BYTES_PER_WORD
    return (str(source), sport, str(target), dport), sent[data:]


def layer_7(stream: bytes) -> list[tuple[str, str]]:
    """Method and path of each complete request in the stream."""
    heads = stream.decode("latin-1").split("\r\n\r\n")[:-1]
    return [(head.split(" ")[0], head.split(" ")[1]) for head in heads]


def pool(path: str) -> str:
    """The pool of the first prefix that fits."""
    return next((to for at, to in POOLS.items() if path.startswith(at)), "web")


if __name__ == "__main__":
    paths = ["/api/users", "/images/logo.png", "/admin/dashboard", "/"]
    stream = "".join(f"GET {p} HTTP/1.1\r\nHost: shop\r\n\r\n" for p in paths)
    flow = ("203.0.113.7", 51842, "198.51.100.1", 80)
    read = b""
    for part in (stream[:70], stream[70:100], stream[100:]):
        seen, data = layer_4(packet(flow, part.encode()))
        done, read = len(layer_7(read)), read + data
        server = SERVERS[crc32(repr(seen).encode()) % len(SERVERS)]
        print(f"layer 4: {seen[0]}:{seen[1]}, {len(data)} bytes, to {server}")
        for method, path in layer_7(read)[done:]:
            print(f"  layer 7: {method} {path}, to {pool(path)}")
