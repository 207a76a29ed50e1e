"""Composite index: an equality prefix is sought, the rest is filtered.

Time: O(log n + entries visited) per query. Space: O(n).
Source: PostgreSQL manual, section 11.3, "Multicolumn Indexes",
https://www.postgresql.org/docs/current/indexes-multicolumn.html
"""

from bisect import bisect_left, bisect_right
from itertools import combinations, takewhile
from operator import itemgetter
from random import Random

COLUMNS = ["last_name", "first_name", "age"]
type Entry = tuple[int, ...]  # a number for each name, and the age


def seek(index: list[Entry], prefix: Entry) -> range:
    """Where the entries that begin so stand: side by side."""
    beginning = itemgetter(slice(len(prefix)))
    return range(
        bisect_left(index, prefix, key=beginning),
        bisect_right(index, prefix, key=beginning),
    )


def scan(index: list[Entry], where: dict[int, int]) -> tuple[int, int]:
    """Entries visited and found; `where` has values by a column's place."""
    prefix = takewhile(lambda place: place in where, range(len(COLUMNS)))
    visited = seek(index, tuple(where[place] for place in prefix))
    found = sum(
        all(index[at][place] == value for place, value in where.items())
        for at in visited
    )
    return len(visited), found


def skip_scan(index: list[Entry], second: int) -> tuple[int, int]:
    """Seeks made and entries found: one seek per value of the first column."""
    seeks = found = at = 0
    while at < len(index):
        found += len(seek(index, (index[at][0], second)))
        at = seek(index, index[at][:1]).stop  # the next value
        seeks += 2
    return seeks, found


if __name__ == "__main__":
    rng = Random(1)
    index = sorted(
        tuple(map(rng.randrange, (40, 50, 90))) for _ in range(20_000)
    )
    ada = index[5_000]
    for size in (1, 2, 3):
        for places in combinations(range(3), size):
            visited, found = scan(index, {at: ada[at] for at in places})
            columns = " AND ".join(COLUMNS[place] for place in places)
            print(f"visits {visited:6,}, finds {found:3}  {columns}")
    seeks, found = skip_scan(index, ada[1])
    print(f"seeks  {seeks:6}, finds {found:3}  first_name, by a skip scan")
