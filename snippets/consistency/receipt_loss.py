"""Acknowledged loss: what a node that dies takes with it, by W.

Receipts come at random to a node of three, which sends each to the other two;
the client is told "stored" when W nodes have it. Then nodes die for good.
Time: O(deaths x receipts). Space: O(1).
Source: Apache Cassandra manual, "Dynamo", on tunable consistency,
https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html
"""

from random import Random

RATE = 20  # receipts per second
LAG = 0.5  # seconds until another node has a receipt, on average
DEATHS, LOOK_BACK, SEED = 500, 5.0, 1


def lost(w: int, dead: int, rng: Random) -> int:
    """Receipts that clients were told are stored, and nobody has any more.

    The node that took them dies, and `dead - 1` of the others with it.
    """
    count, age = 0, rng.expovariate(RATE)
    while age < LOOK_BACK:
        lags = [0.0] + [rng.expovariate(1 / LAG) for _ in range(2)]
        told = sorted(lags)[w - 1] <= age
        kept = any(lag <= age for lag in lags[dead:])
        count += told and not kept
        age += rng.expovariate(RATE)
    return count


def mean_lost(w: int, dead: int) -> float:
    """The mean over all deaths."""
    rng = Random(SEED)
    return sum(lost(w, dead, rng) for _ in range(DEATHS)) / DEATHS


if __name__ == "__main__":
    print("acknowledged and lost   one node dies   two die")
    for w in (1, 2, 3):
        row = [mean_lost(w, dead) for dead in (1, 2)]
        print(f"W = {w} {row[0]:28.1f} {row[1]:11.1f}")
