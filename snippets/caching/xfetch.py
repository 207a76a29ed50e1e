"""XFetch: refresh at random before expiry, the more likely the nearer it is.

DELIBERATELY WRONG: `scaled_by_ttl`, a formula in circulation.

Time: O(1) per hit. Space: one number per entry, how long it took to compute.
Source: Vattani, Chierichetti, Lowenstein, "Optimal Probabilistic Cache
Stampede Prevention", PVLDB 8(8), 2015, https://doi.org/10.14778/2757807.2757813
"""

from dataclasses import dataclass
from math import exp, log
from random import Random


@dataclass(frozen=True, slots=True)
class Entry:
    """A cached value, the seconds it took to compute, when it expires."""

    value: str
    delta: float
    expiry: float


def xfetch(entry: Entry, now: float, beta: float, draw: float) -> bool:
    """Whether this hit has to recompute; `draw` is uniform on (0, 1]."""
    return now - entry.delta * beta * log(draw) >= entry.expiry


def scaled_by_ttl(entry: Entry, now: float, beta: float, draw: float) -> bool:
    """WRONG: a logarithm of a draw is negative, whatever the rest."""
    return (entry.expiry - now) * beta * log(draw) < 0


if __name__ == "__main__":
    hits, beta, rng = 10_000, 1.0, Random(1)
    page = Entry("home", delta=0.5, expiry=3600.0)
    print("share of hits that refresh, for a page that takes 0.5 s")
    print("before expiry   XFetch   exp(-left/(delta beta))   wrong formula")
    for left in [3600, 10, 3, 1, 0.5, 0.1, 0]:
        now = page.expiry - left
        draws = [1 - rng.random() for _ in range(hits)]  # never 0: log(0)
        right = sum(xfetch(page, now, beta, u) for u in draws) / hits
        wrong = sum(scaled_by_ttl(page, now, beta, u) for u in draws) / hits
        theory = exp(-left / (page.delta * beta))
        print(f"{left:11} s{right:9.2%}{theory:18.2%}{wrong:23.2%}")
