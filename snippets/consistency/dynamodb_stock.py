"""Conditional write: a fresh read does not keep two buyers apart, this does.

Assumed: three replicas of an item; a write is at once on the leader and, later
by an exponential delay, on the others. A strongly consistent read asks the
leader, an eventually consistent one any replica. Buyers come at random; each
reads the stock, thinks, and writes one less.

Time: O(buyers * writes). Space: O(writes).
Source: Elhemali et al., "Amazon DynamoDB", USENIX ATC 2022, section 3,
https://www.usenix.org/conference/atc22/presentation/elhemali
"""

import heapq
from random import Random

STOCK, BUYERS = 100, 300
GAP, LAG, THINK = 10.0, 20.0, 15.0  # milliseconds, each a mean


def sell(rng: Random, *, strong: bool, conditional: bool) -> tuple[int, int]:
    """(confirmed sales, writes that were refused)."""
    leader = STOCK
    history = [(0.0, 0.0, STOCK)]  # when replicas two and three have it, what
    events: list[tuple[float, int, int | None]] = []
    at = 0.0
    for buyer in range(BUYERS):
        at += rng.expovariate(1 / GAP)
        events.append((at, buyer, None))
    sold = refused = 0
    while events:
        now, buyer, seen = heapq.heappop(events)
        if seen is not None:  # the write
            if conditional and seen != leader:
                refused += 1
            else:
                leader = seen - 1
                sold += 1
                lags = [now + rng.expovariate(1 / LAG) for _ in range(2)]
                history.append((lags[0], lags[1], leader))
                continue
        replica = rng.randrange(3)
        stock = leader
        if not strong and replica < 2:
            had = [value for *due, value in history if due[replica] <= now]
            stock = had[-1]
        if stock > 0:
            think = rng.expovariate(1 / THINK)
            heapq.heappush(events, (now + think, buyer, stock))
    return sold, refused


if __name__ == "__main__":
    print("read      write         sold  refused and read again")
    for strong in (False, True):
        for conditional in (False, True):
            names = f"{'strong' if strong else 'eventual':9} "
            names += "conditional" if conditional else "plain"
            made = sell(Random(1), strong=strong, conditional=conditional)
            print(f"{names:22} {made[0]:5} {made[1]:8}")
