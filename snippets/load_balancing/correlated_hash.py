"""Correlated hash: even shares, until a server dies.

Rendezvous hashing needs bids that have nothing to do with each other. CRC32
is linear: the bids of two servers for a key differ in the same bits for every
key of one length. The first choices look perfect all the same.

Time: O(servers) per key. Space: O(servers).
Source: Thaler and Ravishankar, 1998, https://doi.org/10.1109/90.663936
"""

from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from zlib import crc32

SERVERS = [f"server-{number}" for number in range(4)]
KEYS = [f"user:{number}" for number in range(20_000)]


def mixed(text: str) -> int:
    """32 bits, each of which depends on each bit of the text."""
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest())


def linear(text: str) -> int:
    """The CRC32 of the text."""
    return crc32(text.encode())


def choices(key: str, bid: Callable[[str], int]) -> tuple[str, str]:
    """The best server of the key and the one that takes over from it."""
    ranking = sorted(SERVERS, key=lambda server: -bid(f"{key} {server}"))
    return ranking[0], ranking[1]


if __name__ == "__main__":
    for bid in [linear, mixed]:
        pairs = [choices(key, bid) for key in KEYS]
        first = Counter(best for best, _ in pairs)
        then = Counter(heir for best, heir in pairs if best == SERVERS[0])
        print(f"{bid.__name__}: keys of each", *(first[s] for s in SERVERS))
        print("  server-0 dies, to the others", *(then[s] for s in SERVERS[1:]))
