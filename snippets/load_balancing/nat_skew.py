"""Affinity by address: an office behind one address is one client.

Time: O(clients). Space: O(clients).
Source: RFC 2663, section 4.1.2 (NAPT: many hosts share one address),
https://www.rfc-editor.org/rfc/rfc2663#section-4.1.2
"""

from collections import Counter
from collections.abc import Callable
from ipaddress import IPv4Address
from random import Random
from zlib import crc32

SERVERS = 5
CLIENTS = 5_000
SEED = 3
OFFICE = IPv4Address("203.0.113.7")


def clients(share: float, random: Random) -> list[IPv4Address]:
    """An address each; `share` of the clients sit in the office."""
    return [
        OFFICE
        if random.random() < share
        else IPv4Address(random.getrandbits(32))
        for _ in range(CLIENTS)
    ]


def by_address(address: IPv4Address, _random: Random) -> int:
    """The server by a hash of the client's address."""
    return crc32(address.packed) % SERVERS


def by_cookie(_address: IPv4Address, random: Random) -> int:
    """The server that a new client is given, and keeps by its cookie."""
    return random.randrange(SERVERS)


def busiest(rule: Callable[[IPv4Address, Random], int], share: float) -> float:
    """Clients of the busiest server, as a multiple of the mean."""
    random = Random(SEED)
    loads = Counter(rule(who, random) for who in clients(share, random))
    return max(loads.values()) * SERVERS / CLIENTS


if __name__ == "__main__":
    print("in the office   by address   by cookie")
    for share in (0, 0.1, 0.3, 0.6):
        hashed, bound = busiest(by_address, share), busiest(by_cookie, share)
        print(f"{share:13.0%}   {hashed:10.2f}   {bound:9.2f}")
