"""Truncation: an answer too long for UDP is asked for again, over TCP.

Assumed: a name of 15 characters, which each record names by a pointer; the
TCP connection is new, and no packet is lost.

Time: O(1). Space: O(1).
Source: RFC 1035 §4.2.1 (512 bytes), RFC 6891 §6.2.3 (EDNS), RFC 7766 §5 (TCP),
https://www.rfc-editor.org/rfc/rfc6891#section-6.2.3
"""

HEADER, QUESTION, POINTER, FIXED = 12, 15 + 2 + 4, 2, 10  # bytes
IPV4, IPV6, OPT = 4, 16, 11  # bytes of an address; of the record for EDNS
PLAIN, EDNS = 512, 1_232  # the most that a client takes over UDP, in bytes


def size(addresses: int, address: int, limit: int) -> int:
    """Bytes of the answer with so many addresses of so many bytes each."""
    records = addresses * (POINTER + FIXED + address)
    return HEADER + QUESTION + records + OPT * (limit > PLAIN)


def fits(address: int, limit: int) -> int:
    """The most addresses that an answer within the limit can hold."""
    return (limit - size(0, address, limit)) // (POINTER + FIXED + address)


def round_trips(needed: int, limit: int) -> int:
    """Round trips until the client has the whole answer."""
    over_udp, handshake, over_tcp = 1, 1, 1
    return over_udp if needed <= limit else over_udp + handshake + over_tcp


if __name__ == "__main__":
    print("addresses  without EDNS: bytes, path, round trips; with EDNS")
    for addresses in [8, 29, 30, 74, 75]:
        line = f"{addresses:9}"
        for limit in [PLAIN, EDNS]:
            needed = size(addresses, IPV4, limit)
            trips = round_trips(needed, limit)
            path = "UDP" if trips == 1 else "UDP+TCP"
            line += f"{needed:8,} {path:8}{trips}"
        print(line)
    print(f"IPv6: {fits(IPV6, PLAIN)} and {fits(IPV6, EDNS)} addresses fit")
