"""Modulo sharding: a server for each key, until the number of servers changes.

Assumed: a warm cache with a hit ratio of 95 %, all keys asked for equally
often, and a key whose server has changed misses the next time.

Time: O(1) per key. Space: O(1).
Source: Karger et al., 1997, https://doi.org/10.1145/258533.258660
"""

from zlib import crc32

KEYS = [f"user:{number}" for number in range(100_000)]
HIT_RATIO = 0.95


def server_of(key: str, servers: int) -> int:
    """The server that holds the key, from 0."""
    return crc32(key.encode()) % servers


def moved(before: int, after: int) -> float:
    """Share of the keys that are looked for on another server than before."""
    count = sum(server_of(k, before) != server_of(k, after) for k in KEYS)
    return count / len(KEYS)


if __name__ == "__main__":
    for before, after in [(4, 5), (5, 4), (9, 10), (4, 8)]:
        share = moved(before, after)
        misses, now = 1 - HIT_RATIO, 1 - HIT_RATIO * (1 - share)
        print(f"{before} -> {after} servers: {share:.1%} of the keys move")
        print(f"  misses {misses:.0%} -> {now:.0%}, {now / misses:.0f} times")
