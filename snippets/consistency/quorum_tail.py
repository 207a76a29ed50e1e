"""Latency budget: what a page pays for reads on which replicas agree.

Each answer of a replica takes 2 ms in the same region, but one in a hundred
takes 50 ms, independently. A leader waits for n // 2 of n - 1 others, or for
all of them. A page makes reads one after the other, or at once; the round
trips in a zone and in a region are assumed, the ocean's is of light in glass.
Time: O(pages * reads * voters). Space: O(pages).
Source: Dean and Barroso, "The Tail at Scale", CACM 56(2), 2013,
https://doi.org/10.1145/2408776.2408794
"""

from math import comb
from random import Random

FAST, SLOW, ODDS = 2.0, 50.0, 0.01  # ms, ms, share of slow answers
SEED, PAGES = 1, 20_000


def slow_share(asked: int, needed: int) -> float:
    """Probability that fewer than `needed` of those asked are fast."""
    return sum(
        comb(asked, fast) * (1 - ODDS) ** fast * ODDS ** (asked - fast)
        for fast in range(needed)
    )


def read(rng: Random, asked: int, needed: int) -> float:
    """Milliseconds until `needed` of those asked have answered."""
    times = [SLOW if rng.random() < ODDS else FAST for _ in range(asked)]
    return sorted(times)[needed - 1]


def budget(trip: float, reads: int, at_once: bool) -> float:
    """Milliseconds that a page's agreed reads take at least."""
    return trip if at_once else trip * reads


if __name__ == "__main__":
    print(
        f"{'waits for':16}{'a slow read':>13}{'measured':>10}{'20 reads':>10}"
    )
    for title, asked, needed in [
        ("one of one", 1, 1),
        ("1 of 2 (n=3)", 2, 1),
        ("2 of 4 (n=5)", 4, 2),
        ("2 of 2 (all)", 2, 2),
        ("4 of 4 (all)", 4, 4),
    ]:
        rng, share = Random(SEED), slow_share(asked, needed)
        measured = [read(rng, asked, needed) > FAST for _ in range(PAGES)]
        page = 1 - (1 - share) ** 20
        row = f"{share:13.4%}{sum(measured) / PAGES:10.3%}{page:10.3%}"
        print(f"{title:16}{row}")
    print(f"\n{'round trip':16}{'20 in turn':>13}{'20 at once':>12}")
    for name, trip in [("one zone", 0.5), ("region", 2.0), ("ocean", 64.1)]:
        turn, once = (budget(trip, 20, at_once) for at_once in (False, True))
        print(f"{name:16}{turn:10.0f} ms{once:9.1f} ms")
