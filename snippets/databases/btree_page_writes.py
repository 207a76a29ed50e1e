"""B-tree page writes: a small change costs a page, wherever the page is.

Leaves only, all in memory; after each 1,000 inserts a checkpoint writes every
page that has changed, once. The last checkpoint is shown.

Time: O(log n) per insert. Space: O(n), pages half full or more.
Source: D. Comer, "The Ubiquitous B-Tree", ACM Computing Surveys 11(2), 1979,
https://doi.org/10.1145/356770.356776
"""

from bisect import bisect_right, insort
from math import exp
from random import Random

ROOM, CHECKPOINT = 100, 1_000  # entries per page; inserts


class Leaves:
    """The lowest level of a B+-tree, with a count of entries written."""

    def __init__(self, *, split_at_end: bool = False) -> None:
        self.split_at_end = split_at_end
        self.pages: list[list[int]] = [[]]
        self._lows = [-1]  # the lowest key that belongs to each page
        self._changed, self.written = set[int](), 0  # by a checkpoint

    def insert(self, key: int) -> None:
        """Put the key into its page, and split that if it is too full."""
        at = bisect_right(self._lows, key) - 1
        page = self.pages[at]
        insort(page, key)
        self._changed.add(id(page))
        if len(page) > ROOM:
            appended = at == len(self.pages) - 1 and page[-1] == key
            cut = ROOM if self.split_at_end and appended else len(page) // 2
            page[cut:], new = [], page[cut:]
            self.pages.insert(at + 1, new)
            self._lows.insert(at + 1, new[0])
            self._changed.add(id(new))

    def checkpoint(self) -> None:
        """Write whole pages, however few of their entries are new."""
        self.written = len(self._changed) * ROOM
        self._changed.clear()


if __name__ == "__main__":
    print("keys                entries  full  written per insert  formula")
    for keys in ("ascending", "ascending, at end", "random"):
        for entries in (10_000, 100_000):
            tree, rng = Leaves(split_at_end="at end" in keys), Random(1)
            for n in range(entries):
                tree.insert(rng.getrandbits(60) if keys == "random" else n)
                if (n + 1) % CHECKPOINT == 0:
                    tree.checkpoint()
            pages = len(tree.pages)
            hit = pages * (1 - exp(-CHECKPOINT / pages)) * ROOM / CHECKPOINT
            written = f"{tree.written / CHECKPOINT:20.1f}"
            written += f"{hit:9.1f}" if keys == "random" else ""
            print(f"{keys:18}{entries:9}{entries / pages / ROOM:6.0%}{written}")
