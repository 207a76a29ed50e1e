"""XFetch, counted: refreshes per expiry hang on beta, not on the rate.

Assumed: Poisson requests for one key, a recompute of constant length, during
which everybody else reads the old entry or, once it has expired, recomputes.

Time: O(requests near expiry). Space: O(1).
Source: Vattani, Chierichetti, Lowenstein, "Optimal Probabilistic Cache
Stampede Prevention", PVLDB 8(8), 2015, https://doi.org/10.14778/2757807.2757813
"""

from math import exp, log
from random import Random
from statistics import fmean

DELTA = 0.1  # seconds that a recompute takes
EXPIRIES = 40


def refreshes(rate: float, beta: float, rng: Random) -> tuple[int, float]:
    """Recomputes around one expiry, and how early the first one starts.

    Seconds are counted from the expiry, so that `now` starts below zero.
    """
    scale = DELTA * beta
    # Before that, a refresh has a chance of about exp(-7).
    now = -scale * (max(log(rate * scale), 0) + 7)
    count, first = 0, float("inf")
    while True:
        now += rng.expovariate(rate)
        if now >= first + DELTA:
            return count, -first
        if now + rng.expovariate(1 / scale) >= 0:
            count, first = count + 1, min(first, now)


if __name__ == "__main__":
    print(f"recompute {DELTA} s, means of {EXPIRIES} expiries")
    print("requests/s  beta  refreshes  exp(1/beta)  first one, s early")
    for rate, beta in [
        (100, 1.0),
        (1_000, 0.5),
        (1_000, 1.0),
        (1_000, 2.0),
        (3_000, 1.0),
    ]:
        rng = Random(1)
        runs = [refreshes(rate, beta, rng) for _ in range(EXPIRIES)]
        mean = fmean(count for count, _ in runs)
        early = fmean(seconds for _, seconds in runs)
        print(
            f"{rate:10}{beta:6}{mean:11.1f}{exp(1 / beta):13.1f}{early:20.2f}"
        )
