"""Queue in an LSM tree: the first job is behind a tombstone per job before.

Time: O(log n) to seek, then one step per entry, dead or alive.
Space: a tombstone per taken job, until compaction.
Source: Apache Cassandra documentation, "Tombstones",
https://cassandra.apache.org/doc/latest/
"""

from bisect import bisect_left

type Entry = tuple[int, str | None]  # a job's number; None is a tombstone


class Queue:
    """Jobs by number, as a read sees all runs merged; taken ones leave None."""

    def __init__(self, jobs: int) -> None:
        self.entries: list[Entry] = [(n, f"job {n}") for n in range(jobs)]

    def take(self, after: int = -1) -> tuple[int, int]:
        """The first job's number, and how many entries were read.

        Raises LookupError if there is none.
        """
        start = bisect_left(self.entries, after + 1, key=lambda entry: entry[0])
        for at in range(start, len(self.entries)):
            number, job = self.entries[at]
            if job is not None:
                self.entries[at] = (number, None)
                return number, at - start + 1
        raise LookupError(f"no job after {after}")

    def compact(self) -> None:
        """Drop what is dead, in a merge of all runs."""
        self.entries = [entry for entry in self.entries if entry[1]]


if __name__ == "__main__":
    print("taken before   from the start   compacted   from the last")
    plain, compacted, seeking = Queue(10_000), Queue(10_000), Queue(10_000)
    last = -1
    for taken in range(1_001):
        _, from_start = plain.take()
        if taken % 100 == 0:
            compacted.compact()
        _, after_compaction = compacted.take()
        last, from_last = seeking.take(after=last)
        if taken in (0, 10, 99, 100, 1_000):
            print(f"{taken:12}{from_start:17}{after_compaction:12}", end="")
            print(f"{from_last:16}")
