"""DNS round robin: half of the answers is not half of the load.

Assumed: each resolver caches one of two addresses for a TTL and gives it to
all its readers; the name server draws the address by lot.

Time: O(periods * resolvers). Space: O(resolvers).
Source: RFC 1034 §3.6 (a TTL is how long a copy may be kept), §5.3.3 (caches),
https://www.rfc-editor.org/rfc/rfc1034#section-3.6
"""

from math import sqrt
from random import Random
from statistics import fmean, pstdev

PERIODS = 1_000  # lifetimes of an answer
SIZES = {  # how many readers each resolver serves, in any unit
    "200 of equal size": [1.0] * 200,
    "200, the r-th of size 1/r": [1 / rank for rank in range(1, 201)],
    "1 for all readers": [1.0],
}


def shares(sizes: list[float], rng: Random) -> list[float]:
    """The share of readers that the first address gets, in each period."""
    return [
        sum(size for size in sizes if rng.random() < 0.5) / sum(sizes)
        for _ in range(PERIODS)
    ]


def expected_deviation(sizes: list[float]) -> float:
    """Of a sum of independent lots: the root of the sum of variances."""
    return sqrt(sum(size * size / 4 for size in sizes)) / sum(sizes)


if __name__ == "__main__":
    print("resolvers                  mean  deviation (expected)  above 60 %")
    for label, sizes in SIZES.items():
        load = shares(sizes, Random(3))
        deviation = f"{pstdev(load):6.1%}     ({expected_deviation(sizes):.1%})"
        above = sum(share > 0.6 for share in load) / PERIODS
        print(f"{label:26} {fmean(load):.0%}  {deviation:20} {above:8.1%}")
