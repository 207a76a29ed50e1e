"""Between equal keys the age of the run decides."""

from collections.abc import Iterator
from heapq import heappop, heappush

type Entry = tuple[str, str | None]  # key and value; None is a tombstone


def scan(
    runs: list[Iterator[Entry]], low: str, high: str
) -> Iterator[tuple[str, str]]:
    """The rows from `low` to before `high`, in the order of their keys.

    The runs come newest first, each in the order of its keys, of which none
    comes twice; of a key in several runs the newest entry counts.

    Runs are files, and may be longer than memory: of each, one entry is held,
    and none is read that the rows asked for so far do not need. A run has
    been opened at `low` if it can be, and may begin before it.
    """
    heads: list[tuple[str, str, int]] = []  # the smallest key first
    hidden = "~"  # a tombstone

    def step(age: int) -> None:
        """Hold the next entry of this run that is not below `low`."""
        for key, value in runs[age]:
            if key >= low:
                if key < high:
                    shown = hidden if value is None else value
                    heappush(heads, (key, shown, age))
                return

    for age in range(len(runs)):
        step(age)
    while heads:
        key, value, age = heappop(heads)
        passed = [age]
        while heads and heads[0][0] == key:
            passed.append(heappop(heads)[2])
        if value != hidden:
            yield key, value
        for age in passed:
            step(age)
