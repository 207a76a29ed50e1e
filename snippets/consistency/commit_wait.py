"""Commit wait: an answer only when the timestamp has passed on every clock.

Assumed: a clock is wrong by anything within a bound, equally likely. A client
commits at one server and, after its answer, at another. All else takes no time.

Time: O(pairs). Space: O(1).
Source: Corbett et al., "Spanner: Google's Globally-Distributed Database",
OSDI 2012, sections 3 and 4.1.2,
https://www.usenix.org/conference/osdi12/technical-sessions/presentation/corbett
"""

from dataclasses import dataclass
from random import Random

PAIRS = 20_000
BOUND, GAP = 4.0, 1.0  # milliseconds: of the clocks; between commits


@dataclass(frozen=True, slots=True)
class Clock:
    """It is `error` ahead of the true time, and claims at most `BOUND`."""

    error: float

    def earliest(self, true_time: float) -> float:
        """No true time is before it, if the bound is kept."""
        return true_time + self.error - BOUND

    def latest(self, true_time: float) -> float:
        """No true time can be after it, if the bound is kept."""
        return true_time + self.error + BOUND


def commit(rule: str, clock: Clock, now: float) -> tuple[float, float]:
    """(timestamp, true time of the answer) of a commit that begins now."""
    if rule == "own clock":
        return now + clock.error, now
    timestamp = clock.latest(now)
    wait = timestamp - clock.earliest(now)  # until that is past the timestamp
    return timestamp, now + (0.0 if rule == "latest" else wait)


def inverted(rule: str, really: float, rng: Random) -> tuple[float, float]:
    """(share of pairs in the wrong order, milliseconds waited per commit)."""
    wrong = waited = 0.0
    for _ in range(PAIRS):
        here, there = (Clock(rng.uniform(-really, really)) for _ in range(2))
        first, answered = commit(rule, here, 0.0)
        second, _ = commit(rule, there, answered + GAP)
        wrong += second <= first
        waited += answered
    return wrong / PAIRS, waited / PAIRS


if __name__ == "__main__":
    print("timestamp         clocks within  later one is earlier  waits")
    for rule in ("own clock", "latest", "latest, and wait"):
        for really in (BOUND, 3 * BOUND):
            wrong, wait = inverted(rule, really, Random(1))
            print(f"{rule:17} {really:10.0f} ms {wrong:21.1%} {wait:3.0f} ms")
