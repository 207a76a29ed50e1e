"""Last write wins: the larger timestamp stays, so a slow clock loses.

The clock of site C is a second behind. A cell takes the stamp of the site
that wrote it; of equal stamps a delete goes first, then the larger value.

Time: O(1) per merge. Space: O(1) per cell; a deleted one is kept, too.
Source: DataStax, "Query timestamps in Cassandra drivers",
https://docs.datastax.com/en/datastax-drivers/developing/query-timestamps.html
"""

from dataclasses import dataclass

CLOCK = {"A": 0, "C": -1_000}  # milliseconds ahead of the true time


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its stamp in milliseconds; None is a delete."""

    stamp: int
    value: int | None

    @property
    def rank(self) -> tuple[int, bool, int]:
        """What decides: stamp, then delete, then value."""
        return self.stamp, self.value is None, self.value or 0


def write(site: str, now: int, value: int | None) -> Cell:
    """What the site stores at the true time `now`."""
    return Cell(now + CLOCK[site], value)


def merge(mine: Cell, theirs: Cell) -> Cell:
    """The cell of the higher rank, whichever came first."""
    return max(mine, theirs, key=lambda cell: cell.rank)


def keep_mine_if_equal(mine: Cell, theirs: Cell) -> Cell:
    """Deliberately wrong: equal stamps are decided by who asks."""
    return theirs if theirs.stamp > mine.stamp else mine


if __name__ == "__main__":
    for later, value in [(200, 26), (1_200, 26), (1_000, 26), (200, None)]:
        a, c = write("A", 10_000, 25), write("C", 10_000 + later, value)
        stamps = f"{a.stamp / 1000:.1f} and {c.stamp / 1000:.1f}"
        print(f"25 at A, {later / 1000} s later {value} at C: stamps {stamps}")
        print(f"  A keeps {merge(a, c).value}, C keeps {merge(c, a).value}")
    a, c = Cell(10_000, 25), Cell(10_000, 26)
    here, there = keep_mine_if_equal(a, c).value, keep_mine_if_equal(c, a).value
    print("equal stamps, each keeps its own")
    print(f"  A keeps {here}, C keeps {there}")
