"""Quorum availability: how many minutes in a year too few replicas are up.

Replicas fail independently (assumed; a common cause is worse). A quorum is a
number of votes, and a replica may have more than one of them.
Time: O(2^N) per row. Space: O(N).
Source: Gifford, SOSP 1979, https://doi.org/10.1145/800215.806583
"""

from itertools import product
from math import prod

YEAR = 365 * 24 * 60  # minutes
UP = 0.999  # of the time, each replica
MIXED = (0.9999, 0.99, 0.99)  # a good replica, and two that are not
WEIGHTED = [((1, 1, 1), 2, 2), ((2, 1, 1), 2, 3), ((3, 1, 1), 3, 3)]


def down(votes: tuple[int, ...], up: tuple[float, ...], needed: int) -> float:
    """Share of the time in which those that are up have too few votes."""
    return sum(
        prod(p if alive else 1 - p for p, alive in zip(up, state, strict=True))
        for state in product([True, False], repeat=len(votes))
        if sum(v for v, alive in zip(votes, state, strict=True) if alive)
        < needed
    )


if __name__ == "__main__":
    alike = [((1,) * 3, 1, 3), ((1,) * 3, 2, 2), ((1,) * 5, 1, 5)]
    rows = [(*row, (UP,) * len(row[0])) for row in [*alike, ((1,) * 5, 3, 3)]]
    rows += [(*row, MIXED) for row in WEIGHTED]
    print(f"{'votes':11}R  W{'no reads':>15}{'no writes':>13}, minutes a year")
    for votes, r, w, up in rows:
        reads, writes = (down(votes, up, needed) * YEAR for needed in (r, w))
        print(
            f"{' '.join(map(str, votes)):11}{r}  {w}{reads:15.4f}{writes:13.4f}"
        )
