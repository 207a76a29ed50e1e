"""Cut-over: a changed record is seen when the old copies expire.

Assumed: resolvers that keep an answer for exactly its TTL, each with the same
number of readers and with look-ups at random times; the record changes at 0.

Time: O(resolvers * days * look-ups that miss). Space: O(resolvers).
Source: RFC 1034 §3.6 (TTL: how long a copy is kept),
https://www.rfc-editor.org/rfc/rfc1034#section-3.6
"""

from math import inf
from random import Random

HOUR, DAY = 3_600.0, 86_400.0  # seconds
LONG, SHORT = DAY, 300.0  # the record's TTL, and the lowered one
GAP = 10.0  # mean seconds between the look-ups that a resolver gets
RESOLVERS = 2_000
PLANS = {  # when the TTL is lowered; the address changes at 0
    "never": inf,
    "with the change": 0.0,
    "6 hours before": -6 * HOUR,
    "a day before": -DAY,
}


def old_copy_until(lowered: float, rng: Random) -> float:
    """When the last copy of the old address in one resolver expires."""
    until = -2 * LONG - rng.uniform(0, LONG)
    while (fetched := until + rng.expovariate(1 / GAP)) < 0:
        until = fetched + (SHORT if fetched >= lowered else LONG)
    return until


def expected(lowered: float, at: float) -> float:
    """Share of look-ups that get the old address, `at` seconds after."""

    def long_copy(at: float) -> float:
        return LONG / (LONG + GAP) * max(0, 1 + (min(lowered, 0) - at) / LONG)

    short_copy = SHORT / (SHORT + GAP) * max(0, 1 - at / SHORT)
    return long_copy(at) + (lowered < 0) * (1 - long_copy(0)) * short_copy


if __name__ == "__main__":
    times = {"2 min": 120, "1 h": HOUR, "6 h": 6 * HOUR, "18 h": 18 * HOUR}
    print("Look-ups that get the old address, measured (and expected), after")
    print("TTL lowered    " + "".join(f"{time:>15}" for time in times))
    for plan, lowered in PLANS.items():
        rng, cells = Random(7), ""
        expiries = [old_copy_until(lowered, rng) for _ in range(RESOLVERS)]
        for at in times.values():
            share = sum(until > at for until in expiries) / RESOLVERS
            cells += f"{share:8.1%} {f'({expected(lowered, at):.0%})':>6}"
        print(f"{plan:15}{cells}")
