"""IP hash: the address picks the server, but an address is not a user.

Time: O(1) per request. Space: O(1).
Source: D. Thaler, C. Ravishankar, "Using name-based mappings to increase hit
rates", IEEE/ACM Transactions on Networking 6(1), 1998
"""

from collections import Counter
from collections.abc import Iterable
from ipaddress import IPv4Address
from random import Random
from zlib import crc32

USERS, SERVERS = 5_000, 10


def server_of(address: IPv4Address, servers: int, octets: int = 4) -> int:
    """The server of the address, by its first octets."""
    return crc32(address.packed[:octets]) % servers


def busiest(addresses: Iterable[IPv4Address], octets: int = 4) -> str:
    """How the requests of these clients are spread."""
    served = Counter(server_of(one, SERVERS, octets) for one in addresses)
    return f"{len(served):2} servers used, busiest has {max(served.values())}"


def moved(addresses: list[IPv4Address], before: int, after: int) -> float:
    """Share of the addresses whose server differs in the other pool."""
    changed = sum(
        server_of(one, before) != server_of(one, after) for one in addresses
    )
    return changed / len(addresses)


if __name__ == "__main__":
    rng = Random(1)
    homes = [IPv4Address(rng.getrandbits(32)) for _ in range(USERS)]
    office = [IPv4Address(f"203.0.113.{n % 250}") for n in range(USERS)]
    gateway = [IPv4Address(f"198.51.100.{n % 3}") for n in range(USERS)]
    print(f"{USERS} users, {SERVERS} servers")
    print("own addresses      ", busiest(homes))
    print("behind 3 addresses ", busiest(gateway))
    print("one /24, 4 octets  ", busiest(office))
    print("one /24, 3 octets  ", busiest(office, octets=3))
    for before, after in [(3, 4), (10, 11), (10, 9)]:
        share = moved(homes, before, after)
        print(f"{before} to {after} servers: {share:.1%} get another server")
