"""Balls into bins: how far the fullest of n lies above the average of one.

Time: O(n * choices). Space: O(n).
Source: Azar et al., "Balanced allocations", SIAM J. Comput., 1999
"""

from math import log
from random import Random


def fullest(bins: int, choices: int, rng: Random) -> int:
    """Most balls in one bin, after as many balls as there are bins."""
    balls = [0] * bins
    for _ in range(bins):
        seen = [int(rng.random() * bins) for _ in range(choices)]
        balls[min(seen, key=balls.__getitem__)] += 1
    return max(balls)


def by_chance(bins: int) -> float:
    """Growth of the fullest with one choice: ln n / ln ln n."""
    return log(bins) / log(log(bins))


def with_two(bins: int) -> float:
    """Growth of the fullest with two choices: ln ln n / ln 2."""
    return log(log(bins)) / log(2)


if __name__ == "__main__":
    print("      n   one choice (theory)   two choices (theory)")
    for bins in [100, 1_000, 10_000, 100_000]:
        one, two = (fullest(bins, d, Random(2)) for d in (1, 2))
        print(
            f"{bins:7}   {one:10} ({by_chance(bins):6.1f})"
            f"   {two:11} ({with_two(bins):6.1f})"
        )
