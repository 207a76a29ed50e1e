"""Consistent hashing: who joins takes keys, who leaves gives its own away.

Servers and keys get positions on a circle by a hash. A key belongs to the
first server point at or after it, and behind the last point to the first.

Time: O(log points) per key. Space: O(points).
Source: Karger et al., 1997, https://doi.org/10.1145/258533.258660
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b

POINTS = 100  # for each unit of weight


def position(text: str) -> int:
    """A place on the circle of 2^64, the same in each process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


class HashRing:
    """The servers with their weights, on a circle."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        ring = sorted(
            (position(f"{server}#{number}"), server)
            for server, weight in weights.items()
            for number in range(POINTS * weight)
        )
        if not ring:
            raise ValueError("a ring needs at least one server")
        self._positions = [place for place, _ in ring]
        self._servers = [server for _, server in ring]

    def server_of(self, key: str) -> str:
        """The server of the first point at or after the key."""
        index = bisect_left(self._positions, position(key))
        return self._servers[index % len(self._servers)]


def moves(before: HashRing, after: HashRing) -> Counter[tuple[str, str]]:
    """How many of 20,000 keys move, by old and new server."""
    keys = [f"user:{number}" for number in range(20_000)]
    pairs = [(before.server_of(key), after.server_of(key)) for key in keys]
    return Counter(pair for pair in pairs if pair[0] != pair[1])


if __name__ == "__main__":
    four = HashRing({"a": 1, "b": 1, "c": 1, "d": 1})
    for event, after in {
        "e joins": HashRing({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}),
        "b leaves": HashRing({"a": 1, "c": 1, "d": 1}),
        "d gets weight 2": HashRing({"a": 1, "b": 1, "c": 1, "d": 2}),
    }.items():
        moved = moves(four, after)
        ways = ", ".join(f"{a}->{b} {n}" for (a, b), n in sorted(moved.items()))
        print(f"{event}: {moved.total() / 20_000:.1%} move\n  {ways}")
