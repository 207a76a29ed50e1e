"""An empty string is a key."""

from collections.abc import Iterator
from heapq import merge

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
    last = ""
    for key, value in merge(*runs, key=lambda entry: entry[0]):
        if key >= high:
            return
        if key >= low and key != last and value is not None:
            yield key, value
        last = key
