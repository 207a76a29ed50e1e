"""Assignment window: the closer two requests, the more often both are told yes.

Two riders want one driver, who stands on three replicas. Each reads two
of them, is told "free", and writes to two; the newest stamp wins later.
Time: O(1) per race. Space: O(1).
Source: M. Herlihy, "Wait-Free Synchronization", ACM TOPLAS 13(1), 1991,
https://doi.org/10.1145/114005.102808
"""

from collections.abc import Callable
from random import Random

REPLICAS, MAJORITY, RACES, SEED = 3, 2, 5_000, 1
ONE_WAY = 5.0  # ms that a message takes on average, and 1 ms more


def message(rng: Random) -> float:
    """Milliseconds that a message takes."""
    return 1 + rng.expovariate(1 / ONE_WAY)


def told_yes_by_quorums(rng: Random, apart: float) -> int:
    """How many riders are told yes; the second starts `apart` ms later."""
    reads = []
    for start in (0.0, apart):
        answers = []
        for replica in range(REPLICAS):
            looks = start + message(rng)
            answers.append((looks + message(rng), looks, replica))
        used = sorted(answers)[:MAJORITY]
        reads.append((used[-1][0], used))
    (decides, _), (_, other) = sorted(reads)
    writes = [decides + message(rng) for _ in range(REPLICAS)]
    # The first to decide has seen "free". Does the other one meet its write?
    return 1 if any(at > writes[replica] for _, at, replica in other) else 2


def told_yes_by_compare_and_set(rng: Random, apart: float) -> int:
    """The same, if one step of the driver's leader compares and writes."""
    owner, told_yes = "", 0
    arrivals = [(message(rng), "ada"), (apart + message(rng), "bob")]
    for _, rider in sorted(arrivals):
        owner = owner or rider  # if free, then this rider's
        told_yes += owner == rider
    return told_yes


def both(rule: Callable[[Random, float], int], window: float) -> int:
    """In how many races two are told yes; the second within `window` ms."""
    rng = Random(SEED)
    return sum(rule(rng, rng.uniform(0, window)) == 2 for _ in range(RACES))


if __name__ == "__main__":
    print("  second rider  both told yes: quorums  compare-and-set")
    for window in (5, 20, 100, 1_000):
        two_steps = both(told_yes_by_quorums, window)
        share = f"{two_steps:,} {two_steps / RACES:6.1%}"
        one_step = both(told_yes_by_compare_and_set, window)
        print(f"within {window:4} ms {share:>22} {one_step:16,}")
