"""Stampede protections compared: what reaches the origin, and who waits.

Assumed: one warm key, Poisson requests; a query always takes QUERY seconds,
which flatters `none`; a waiter learns at once that the value is there.
Time: O(requests). Space: O(requests that wait).
Source: XFetch: https://doi.org/10.14778/2757807.2757813; SWR: RFC 5861
"""

from collections import deque
from dataclasses import dataclass, field
from random import Random
from statistics import fmean

STRATEGIES = ["none", "mutex", "mutex+stale", "xfetch", "swr"]
RATE, TTL, QUERY, END = 200, 10.0, 0.5, 100.0  # per second; seconds


@dataclass(slots=True)
class Load:
    """When queries began, most at once, seconds waited, stale answers."""

    starts: list[float] = field(default_factory=list)
    peak: int = 0
    waits: list[float] = field(default_factory=list)
    stale: int = 0


def simulate(strategy: str, arrivals: list[float], rng: Random) -> Load:
    """The load of arrivals, given in seconds, with this strategy."""
    if strategy not in STRATEGIES:
        raise ValueError(f"no such strategy: {strategy!r}")
    load, running, expiry = Load(), deque[float](), TTL
    for now in arrivals:
        while running and running[0] <= now:
            expiry = running.popleft() + TTL
        early = rng.expovariate(1 / QUERY) if strategy == "xfetch" else 0
        if now + early < expiry:
            continue  # a fresh hit
        if alone := strategy in ["none", "xfetch"] or not running:
            running.append(now + QUERY)
            load.starts.append(now)
            load.peak = max(load.peak, len(running))
        if strategy == "swr" or (strategy, alone) == ("mutex+stale", False):
            load.stale += 1
        else:
            load.waits.append(running[-1] - now)
    return load


if __name__ == "__main__":
    rng, arrivals = Random(11), [0.0]
    while arrivals[-1] < END:
        arrivals.append(arrivals[-1] + rng.expovariate(RATE))
    print(f"{len(arrivals)} requests; seconds waited by those that waited")
    print("            queries  peak  waited  mean  worst  stale")
    for name in STRATEGIES:
        load = simulate(name, arrivals, rng)
        count, waits = len(load.waits), load.waits or [0.0]
        cells = f"{len(load.starts):7}{load.peak:6}{count:8}{fmean(waits):6.2f}"
        print(f"{name:12}{cells}{max(waits):7.2f}{load.stale:7}")
