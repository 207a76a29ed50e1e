"""A run that has left the range says nothing of the others."""

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
    heads: list[tuple[str, int, str | None]] = []  # the smallest key first

    def step(age: int) -> None:
        """Hold the next entry of this run that is not below `low`."""
        for key, value in runs[age]:
            if key >= low:
                heappush(heads, (key, age, value))
                return

    for age in range(len(runs)):
        step(age)
    while heads and max(heads)[0] < high:
        key, age, value = heappop(heads)  # of equal keys the newest
        passed = [age]
        while heads and heads[0][0] == key:
            passed.append(heappop(heads)[1])
        if value is not None:
            yield key, value
        for age in passed:
            step(age)
