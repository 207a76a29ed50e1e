"""Hybrid logical clock: time of day that never contradicts what was read.

Two nodes write one after the other; the second may have read the first write.
Assumed: each clock is off by a normal error, the stamp of the larger wins.

Time: O(1) per event. Space: O(1) per node.
Source: Kulkarni et al., "Logical physical clocks", OPODIS 2014,
https://doi.org/10.1007/978-3-319-14472-6_2
"""

from dataclasses import dataclass
from math import erf
from random import Random

ERROR = 100  # milliseconds: the standard deviation of each clock's error
PAIRS, START = 20_000, 1_000_000
type Stamp = tuple[int, int]  # milliseconds, and a count of events in them


@dataclass(slots=True)
class HybridClock:
    """The clock of a node, `ahead` milliseconds before the true time."""

    ahead: int
    last: Stamp = (0, 0)

    def stamp(self, now: int) -> Stamp:
        """A stamp after all that this node has given or seen."""
        wall, (latest, count) = now + self.ahead, self.last
        self.last = (wall, 0) if wall > latest else (latest, count + 1)
        return self.last

    def see(self, stamp: Stamp) -> None:
        """A stamp has been read: later ones come after it."""
        self.last = max(self.last, stamp)


def is_lost(gap: int, has_read: bool, rng: Random) -> bool:
    """Whether a write `gap` milliseconds after another has a lower stamp."""
    one, two = [HybridClock(round(rng.gauss(0, ERROR))) for _ in range(2)]
    first = one.stamp(START)
    if has_read:
        two.see(first)
    return two.stamp(START + gap) < first


def lost_in_theory(gap: int) -> float:
    """The chance that a difference of two normal errors is above the gap."""
    return (1 - erf(gap / (ERROR * 2))) / 2


if __name__ == "__main__":
    print("second write   lost in theory      unread read before")
    for gap in [0, 20, 50, 100, 200, 500]:
        rng = Random(1)
        row = f"{lost_in_theory(gap):14.1%}"
        for has_read in (False, True):
            lost = sum(is_lost(gap, has_read, rng) for _ in range(PAIRS))
            row += f" {lost / PAIRS:11.1%}"
        print(f"{gap:5} ms after  {row}")
