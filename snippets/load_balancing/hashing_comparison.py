"""Consistent hashing compared: what moves, and how even the shares are.

Ten servers, 10,000 keys. A server k joins; or d dies, and those behind it
move up in the list. Of random keys the busiest of ten servers gets about 5 %
more than the mean, by chance alone.

Time: modulo O(1), ring O(log points), rendezvous O(servers), jump O(servers)
as written here, O(log servers) in the paper. Space: ring O(points).
Source: Lamping and Veach, 2014, https://arxiv.org/abs/1406.2294
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cache
from hashlib import blake2b

KEYS, POINTS = range(10_000), 100
type Names = tuple[str, ...]


@cache
def h(*parts: object) -> int:
    """64 bits that look random."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest())


@cache
def ring(names: Names) -> list[tuple[int, str]]:
    """The points in order; behind the last comes the first again."""
    points = sorted((h(s, n), s) for s in names for n in range(POINTS))
    return [*points, (2**64, points[0][1])]


def jump(key: int, names: Names) -> str:
    """The last server whose arrival, one after the other, took the key."""
    took = [s for n, s in enumerate(names) if h(key, n) % (n + 1) == 0]
    return took[-1]


PLACE: dict[str, Callable[[int, Names], str]] = {
    "modulo": lambda k, names: names[h(k) % len(names)],
    "ring": lambda k, names: ring(names)[bisect_left(ring(names), (h(k),))][1],
    "rendezvous": lambda k, names: max(names, key=lambda name: h(name, k)),
    "jump": jump,
}

if __name__ == "__main__":
    ten = tuple("abcdefghij")
    for scheme, place in PLACE.items():
        home = {key: place(key, ten) for key in KEYS}
        joins, dies = (
            sum(place(key, now) != home[key] for key in KEYS) / len(KEYS)
            for now in [(*ten, "k"), tuple("abcefghij")]
        )
        busiest = max(Counter(home.values()).values()) * 10 / len(KEYS)
        print(
            f"{scheme:10} joins {joins:5.1%}, dies {dies:5.1%}, "
            f"busiest {busiest:.2f} means"
        )
