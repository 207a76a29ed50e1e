"""Stale fill: how many reads get an old value, by simulation.

Assumed: one key, Poisson reads and writes; a query sees the row at its
start, fills at its end; GAP between a writer's steps; nobody crashes.

Time: O(log n) per event. Space: O(n), n queries under way.
Source: Nishtala et al., NSDI 2013, section 3.2.1,
https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala
"""

from heapq import heappop, heappush
from itertools import count
from random import Random

READS, WRITES, TTL = 200, 0.5, 60  # per second; seconds
QUERY, GAP = (0.002, 0.020), 0.002  # seconds; a query takes from, to
WRITERS = {
    "delete, commit": [(0, "delete"), (GAP, "commit")],
    "commit, delete": [(0, "commit"), (GAP, "delete")],
    "  and again after 1 s": [(0, "commit"), (GAP, "delete"), (1, "delete")],
    "  and leases": [(0, "commit"), (GAP, "delete")],
}


def stale_share(writer: str, writes: int, rng: Random) -> float:
    """Share of the time, so of the reads, with an old value in the cache."""
    now, stale, reading, ids = 0.0, 0.0, True, count(3)
    database, cached, filler, lease = 0, -1, 0, 0  # versions; -1: empty
    events = [(0.0, 1, "write", 0, 0), (0.0, 2, "read", 0, 0)]

    def after(delay: float, event: str, query: int = 0, row: int = 0) -> bool:
        heappush(events, (now + delay, next(ids), event, query, row))
        return True

    while writes:
        before, (now, this, event, query, row) = now, heappop(events)
        stale += now - before if -1 < cached < database else 0
        if event == "write":
            writes -= after(rng.expovariate(WRITES), "write")
            for delay, step in WRITERS[writer]:
                after(delay, step)
        elif event == "commit":
            database += 1
        elif event == "delete" or (event == "expire" and query == filler):
            cached, lease = -1, 0 if event == "delete" else lease
            reading = reading or after(rng.expovariate(READS), "read")
        elif event == "read" and (reading := cached < 0):  # others hit
            lease = lease or this
            after(rng.uniform(*QUERY), "fill", this, database)
            after(rng.expovariate(READS), "read")
        elif event == "fill" and ("lease" not in writer or query == lease):
            cached, filler, lease = row, query, 0
            after(TTL, "expire", query)
    return stale / now


if __name__ == "__main__":
    for writer in WRITERS:
        share = f"{stale_share(writer, 3_000, Random(1)):.2%}"
        print(f"{writer:22} {share:>6} of the reads are stale")
