"""Origin shield: a cache between edges and origin, which merges their misses.

Assumed: one object; Poisson requests, as many at each edge; a lifetime counts
from the origin's answer at every cache (`Age`); only the origin takes time.

Time: O(requests). Space: O(edges).
Source: RFC 9111 §4.2.3 (Age), https://www.rfc-editor.org/rfc/rfc9111; and
renewals: a cycle is the wait for a first request, then FETCH, then TTL.
"""

from random import Random

EDGES, TTL, FETCH, REQUESTS = 20, 60.0, 1.0, 30_000  # seconds; requests
POPULARITY = {"popular": 1.0, "now and then": 1 / 60, "rare": 1 / 3_600}
MODES = {  # whether an edge, and whether all edges together, ask once
    "each miss asks": (False, False),
    "edges coalesce": (True, False),
    "and a shield": (True, True),
}


def to_origin(rate: float, mode: str, rng: Random) -> int:
    """Requests that reach the origin, of REQUESTS at `rate` per s and edge."""
    coalesce, shield = MODES[mode]
    came = dict.fromkeys(range(EDGES), -TTL)  # when a copy came, or will come
    now, asked = 0.0, 0
    for _ in range(REQUESTS):
        now += rng.expovariate(rate * EDGES)
        edge = 0 if shield else rng.randrange(EDGES)
        if now >= came[edge] + TTL:
            came[edge] = now + FETCH
            asked += 1
        elif now < came[edge] and not coalesce:
            asked += 1
    return asked


def expected(rate: float, mode: str) -> float:
    """The same by theory: the requests in one cycle of one cache, times all."""
    coalesce, shield = MODES[mode]
    caches = 1 if shield else EDGES
    rate_per_cache = rate * EDGES / caches
    cycle = 1 / rate_per_cache + FETCH + TTL
    per_cycle = 1 if coalesce else 1 + rate_per_cache * FETCH
    return per_cycle / cycle * caches * REQUESTS / (rate * EDGES)


if __name__ == "__main__":
    print(f"of {REQUESTS:,} requests at {EDGES} edges the origin gets")
    print("(expected)     " + "".join(f"{name:>16}" for name in POPULARITY))
    for mode in MODES:
        cells = ""
        for rate in POPULARITY.values():
            count = to_origin(rate, mode, Random(2))
            cells += f"{count:8,} {f'({expected(rate, mode):,.0f})':>7}"
        print(f"{mode:15}{cells}")
