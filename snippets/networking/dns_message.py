"""DNS message: a header of 12 bytes, and names that point back to save bytes.

Time: O(bytes). Space: O(bytes).
Source: RFC 1035 §4.1, https://www.rfc-editor.org/rfc/rfc1035#section-4.1
"""

from collections.abc import Iterator
from ipaddress import IPv4Address
from struct import pack, unpack_from

A, CNAME, INTERNET, RECURSION_DESIRED = 1, 5, 1, 0x0100
RECORDED = bytes.fromhex("""
0007 8580 0001 0002 0000 0000 0377 7777 0765 7861 6d70 6c65 0363
6f6d 0000 0100 01c0 0c00 0500 0100 0000 3c00 1103 6170 6907 6578
616d 706c 6503 636f 6d00 c02d 0001 0001 0000 003c 0004 c000 0211""")


def query(number: int, name: str) -> bytes:
    """The question for the IPv4 addresses of a name."""
    labels = [bytes([len(label)]) + label.encode() for label in name.split(".")]
    header = pack(">6H", number, RECURSION_DESIRED, 1, 0, 0, 0)
    return header + b"".join(labels) + pack(">BHH", 0, A, INTERNET)


def read_name(message: bytes, at: int) -> tuple[str, int]:
    """The name at a position, and the position after it."""
    labels, start, end = list[str](), at, 0
    while length := message[at]:
        if length > 63:  # two bytes, 0xC000 and where to go on
            end = end or at + 2
            at = unpack_from(">H", message, at)[0] - 0xC000
            if not 0 <= at < start:
                raise ValueError(f"the pointer from {start} leads to {at}")
            start = at
        else:
            labels.append(message[at + 1 : at + 1 + length].decode("ascii"))
            at += 1 + length
    return ".".join(labels), end or at + 1


def answers(message: bytes, at: int) -> Iterator[tuple[str, int, str]]:
    """Owner, TTL in seconds and data of each answer, A or CNAME, from `at`."""
    for _ in range(unpack_from(">H", message, 6)[0]):
        owner, at = read_name(message, at)
        kind, _, ttl, size = unpack_from(">HHIH", message, at)
        data = message[at + 10 : at + 10 + size]
        name = read_name(message, at + 10)[0] if kind == CNAME else ""
        yield owner, ttl, name or str(IPv4Address(data))
        at += 10 + size


if __name__ == "__main__":
    question = query(7, "www.example.com")
    print(f"question {len(question)} bytes, answer {len(RECORDED)} bytes")
    for owner, ttl, data in answers(RECORDED, at=len(question)):
        print(f"{owner}  {ttl} s  {data}")
    try:
        read_name(b"\x03www\xc0\x00", 0)
    except ValueError as error:
        print(f"a loop: {error}")
