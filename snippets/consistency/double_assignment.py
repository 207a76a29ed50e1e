"""Double assignment: quorums make reads fresh, and do not make one winner.

Two riders want one driver: read QUORUM, and if the driver is free write
QUORUM. Both come within 20 ms, a message takes 1 to 11 ms, evenly spread
(assumed). Compare-and-set asks one replica, which compares and sets at once.
Time: O(races * replicas). Space: O(replicas).
Source: Herlihy, "Wait-free synchronization", ACM TOPLAS 13(1), 1991,
https://doi.org/10.1145/114005.102808
"""

from random import Random

REPLICAS, QUORUM, RACES, SEED = 3, 2, 20_000, 1
WINDOW, FASTEST, SLOWEST = 20.0, 1.0, 11.0  # ms


class Rider:
    """When a rider's messages reach the replicas."""

    def __init__(self, rng: Random, start: float) -> None:
        def message() -> float:
            return rng.uniform(FASTEST, SLOWEST)

        self.reads = [start + message() for _ in range(REPLICAS)]
        back = [(at + message(), n) for n, at in enumerate(self.reads)]
        done, _ = sorted(back)[QUORUM - 1]
        self.heard = [n for _, n in sorted(back)[:QUORUM]]
        self.writes = [done + message() for _ in range(REPLICAS)]

    def sees(self, other: "Rider") -> bool:
        """Whether an answer that came in time has the other's write."""
        return any(other.writes[n] <= self.reads[n] for n in self.heard)


def read_then_write(ada: Rider, bob: Rider) -> int:
    """How many are told that the driver is theirs."""
    return 2 - (ada.sees(bob) or bob.sees(ada))


def compare_and_set(ada: Rider, bob: Rider) -> int:
    """The same, if replica 0 sets a rider only where there is none."""
    rider, told = "", 0
    for _, who in sorted([(ada.reads[0], "ada"), (bob.reads[0], "bob")]):
        if not rider:
            rider, told = who, told + 1
    return told


if __name__ == "__main__":
    rng, twice = Random(SEED), {read_then_write: 0, compare_and_set: 0}
    for _ in range(RACES):
        riders = [Rider(rng, rng.uniform(0, WINDOW)) for _ in range(2)]
        for rule in twice:
            twice[rule] += rule(*riders) == 2
    for rule, count in twice.items():
        share = f"{count:6,} of {RACES:,} ({count / RACES:.1%})"
        print(f"{rule.__name__:16} both are told yes: {share}")
