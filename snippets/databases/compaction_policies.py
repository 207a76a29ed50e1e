"""Compaction: merge early and write much, or merge late and read much.

Leveled: one run per level, merged with whatever arrives. Size-tiered: a level
collects runs until there are `ratio`, and merges them into one of the next.
All keys are different, so nothing is dropped, and whole runs are merged.

Time: entries written, counted per insert. Space: n, and twice while merging.
Source: N. Dayan, M. Athanassoulis, S. Idreos, "Monkey: optimal navigable
key-value store", SIGMOD 2017, https://daslab.seas.harvard.edu/monkey/
"""

from itertools import product
from math import log

MEMORY, FLUSHES = 100, 10_000  # entries per flush; flushes


class Tree:
    """Levels of runs, of each its number of entries."""

    def __init__(self, ratio: int, *, leveled: bool) -> None:
        self.ratio, self.leveled = ratio, leveled
        self.levels: list[list[int]] = []
        self.written = 0

    def add(self, run: int, level: int = 0) -> None:
        """Put a run, already on disk, into the level, and compact."""
        if level == len(self.levels):
            self.levels.append([])
        runs = self.levels[level]
        runs.append(run)
        full = sum(runs) >= MEMORY * self.ratio ** (level + 1)
        if len(runs) > 1 and (self.leveled or full):
            runs[:] = [sum(runs)]
            self.written += runs[0]
        if full:
            self.add(runs.pop(), level + 1)


def formula(ratio: int, *, leveled: bool) -> float:
    """Written per entry if the last level gets full: flush and merges."""
    per_level = (ratio + 1) / 2 - 1 / ratio if leveled else 1
    return 1 + per_level * log(FLUSHES, ratio)


if __name__ == "__main__":
    print("               written per entry  runs to ask")
    print("ratio           counted  formula   mean  most")
    for ratio, leveled in product((2, 4, 10, 20), (True, False)):
        tree, asked = Tree(ratio, leveled=leveled), []
        for _ in range(FLUSHES):
            tree.written += MEMORY
            tree.add(MEMORY)
            asked.append(sum(map(len, tree.levels)))
        print(f"{ratio:5}  {'leveled' if leveled else 'tiered':7}", end="")
        print(f"{tree.written / MEMORY / FLUSHES:9.1f}", end="")
        print(f"{formula(ratio, leveled=leveled):9.1f}", end="")
        print(f"{sum(asked) / FLUSHES:7.1f}{max(asked):6}")
