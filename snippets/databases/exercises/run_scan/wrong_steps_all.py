"""A hundred rows need about a hundred entries."""

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
    heads: list[tuple[str, int, str | None]] = []
    last = ""
    while True:
        for age, run in enumerate(runs):
            for key, value in run:
                if key >= low:
                    if key < high:
                        heappush(heads, (key, age, value))
                    break
        if not heads:
            return
        key, _, value = heappop(heads)
        if value is not None and key > last:
            yield key, value
        last = max(last, key)
