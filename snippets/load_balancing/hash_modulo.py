"""Hash modulo: a server for each key, as long as the list stays as it is.

A balancer that computes `hash % servers` remembers no key. The price is paid
when the list changes, or is merely written in another order.

Time: O(1) per key. Space: O(servers).
Source: Karger et al., 1997, https://doi.org/10.1145/258533.258660
"""

from collections.abc import Sequence
from zlib import crc32

KEYS = [f"user:{number}" for number in range(100_000)]


def server_of(key: str, servers: Sequence[str]) -> str:
    """The server of the key: a place in the list."""
    return servers[crc32(key.encode()) % len(servers)]


def moved(before: Sequence[str], after: Sequence[str]) -> float:
    """Share of the keys that get another server."""
    count = sum(server_of(k, before) != server_of(k, after) for k in KEYS)
    return count / len(KEYS)


def least(before: Sequence[str], after: Sequence[str]) -> float:
    """Share that has to move if both lists are to carry equal loads."""
    gone = set(before) - set(after)
    new = set(after) - set(before)
    return max(len(gone) / len(before), len(new) / len(after))


if __name__ == "__main__":
    ten = [f"server-{number}" for number in range(10)]
    for event, after in {
        "an eleventh joins": [*ten, "server-10"],
        "server-3 dies": [name for name in ten if name != "server-3"],
        "same ten, reversed": ten[::-1],
        "ten more join": [*ten, *(f"server-{n}" for n in range(10, 20))],
    }.items():
        share, must = moved(ten, after), least(ten, after)
        print(f"{event:19} {share:6.1%} move, {must:5.1%} have to")
