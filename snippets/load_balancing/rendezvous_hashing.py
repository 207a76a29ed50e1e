"""Rendezvous hashing: each server makes a bid for the key, the highest wins.

No ring, no table. A server that leaves takes only its own bids with it. With
the bid -weight / ln(u), u uniform in (0, 1), a server wins in proportion to
its weight. Also known as highest random weight, HRW.

Time: O(servers) per key. Space: O(servers).
Source: Thaler and Ravishankar, 1998, https://doi.org/10.1109/90.663936; for
weights Schindelhauer and Schomaker, https://doi.org/10.1145/1073970.1074008
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b
from math import log

KEYS = [f"user:{number}" for number in range(10_000)]


def bid(key: str, server: str, weight: float) -> float:
    """What this server bids for this key; anyone can compute it."""
    digest = blake2b(f"{server} {key}".encode(), digest_size=8).digest()
    # 52 bits and a half: never 0, and never rounded to 1, whose log is 0.
    uniform = ((int.from_bytes(digest) >> 12) + 0.5) / 2**52
    return -weight / log(uniform)


def ranking(key: str, weights: Mapping[str, float]) -> list[str]:
    """All servers, the best first; the second takes over from the first."""
    return sorted(
        weights, key=lambda name: (bid(key, name, weights[name]), name)
    )[::-1]


if __name__ == "__main__":
    even = {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}
    before = {key: ranking(key, even) for key in KEYS}
    print("ranking of user:17:", " ".join(before["user:17"]))
    for event, weights in {
        "b leaves": {"a": 1.0, "c": 1.0, "d": 1.0},
        "d gets weight 2": even | {"d": 2.0},
    }.items():
        after = {key: ranking(key, weights)[0] for key in KEYS}
        ways = Counter(
            f"{old[0]}->{after[key]}"
            for key, old in before.items()
            if old[0] != after[key]
        )
        print(f"{event}: {ways.total() / len(KEYS):.1%} move")
        print("  " + ", ".join(f"{way} {n}" for way, n in sorted(ways.items())))
