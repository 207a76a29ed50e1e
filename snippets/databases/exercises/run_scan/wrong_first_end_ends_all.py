"""A run may be empty, and one ends before the others."""

from collections.abc import Iterator

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
    heads = [next(run, None) for run in runs]
    while all(heads):
        key, value = min(
            (head for head in heads if head), key=lambda entry: entry[0]
        )
        for age, head in enumerate(heads):
            if head and head[0] == key:
                heads[age] = next(runs[age], None)
        if value is not None and low <= key < high:
            yield key, value
