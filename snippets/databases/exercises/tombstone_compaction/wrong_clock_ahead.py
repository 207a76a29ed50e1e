"""A clock that is ahead dates a delete tomorrow."""

from collections.abc import Callable
from typing import NamedTuple


class Entry(NamedTuple):
    """What one run has of a key; the value None is a tombstone."""

    key: str
    value: str | None
    day: int  # when it was written, by the clock of that writer


type Run = list[Entry]  # by key, which comes once; never changed


def compact(
    chosen: list[Run],
    may_be_below: Callable[[str], bool],
    today: int,
    grace: int,
) -> Run:
    """One run that replaces the chosen ones, by key, each key once.

    `chosen` are neighbours in the tree, the newest first: of a key the entry
    of the newest run counts, whatever the clocks said. `may_be_below` asks
    the filters of all older runs; only its False is certain.

    A tombstone stays as long as it has something to hide: in an older run, or
    on a replica that missed the delete, which may be so until it is `grace`
    days old.
    """
    newest: dict[str, Entry] = {}
    for run in reversed(chosen):
        newest |= {entry.key: entry for entry in run}
    return [
        entry
        for _, entry in sorted(newest.items())
        if entry.value is not None
        or abs(today - entry.day) < grace
        or may_be_below(entry.key)
    ]
