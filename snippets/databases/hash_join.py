"""Hash join: one table in memory, each row of the other looks up its key.

What does not fit is split by the hash into batches: equal keys are in the
same one. The first is joined at once, the others wait on disk.

Time: O(build + probe + result). Space: O(build / batches), without skew.
Source: Graefe, "Query evaluation techniques for large databases", ACM
Computing Surveys 25(2), 1993, section 5.3, https://doi.org/10.1145/152610.152611
"""

from collections.abc import Sequence
from typing import NamedTuple

type Row = tuple[int | None, str]  # a key and a value


class Work(NamedTuple):
    """Batches, most rows in memory at a time, rows written to disk."""

    batches: int
    in_memory: int
    written: int


def split(rows: Sequence[Row], batches: int) -> list[list[Row]]:
    """Rows by hash, here the remainder; NULL has no partner and is dropped."""
    parts: list[list[Row]] = [[] for _ in range(batches)]
    for row in rows:
        if row[0] is not None:
            parts[row[0] % batches].append(row)
    return parts


def hash_join(
    build: Sequence[Row], probe: Sequence[Row], room: int
) -> tuple[list[tuple[str, str]], Work]:
    """Values with equal keys; there is room for so many rows of `build`."""
    batches = 1
    while batches * room < len(build):
        batches *= 2
    builds, probes = split(build, batches), split(probe, batches)
    found = []
    for part, other in zip(builds, probes, strict=True):
        table: dict[int | None, list[str]] = {}
        for key, value in part:
            table.setdefault(key, []).append(value)
        found += [(a, b) for key, b in other for a in table.get(key, [])]
    written = sum(len(part) for part in builds[1:] + probes[1:])
    return found, Work(batches, max(map(len, builds)), written)


if __name__ == "__main__":
    customers: list[Row] = [(n, "") for n in range(1_000)]
    orders: list[Row] = [(n % 1_000, "") for n in range(20_000)]
    one: list[Row] = [(7, "") for _ in range(20_000)]
    for build, room in [(customers, 1_000), (customers, 250), (orders, 1_000)]:
        probe = orders if build is customers else customers
        found, work = hash_join(build, probe, room)
        print(f"{len(build):6} into {room:4}: {work}, {len(found)} pairs")
    print(" 1 key into 1000:", hash_join(one, customers, 1_000)[1])
