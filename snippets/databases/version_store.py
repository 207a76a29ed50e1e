"""Multiversion concurrency control: readers see old versions and never wait.

A version names who made it and who ended it. A snapshot is the set of the
transactions that had committed when it was taken.
Time: O(versions) per operation. Space: O(versions).
Source: PostgreSQL manual, 13.2.2, https://www.postgresql.org/docs/15/mvcc.html
"""

from dataclasses import dataclass


@dataclass
class Version:
    """What the row holds from one transaction to another."""

    value: int
    made_by: int
    ended_by: int = 0  # nobody


class Row:
    """One row, as all its versions, and how transactions ended."""

    def __init__(self, value: int) -> None:
        self.versions = [Version(value, made_by=1)]
        self.committed, self.aborted = {1}, {0}

    def seen(self, by: set[int]) -> Version:
        """The version that these transactions made and did not end."""
        made = (version for version in self.versions if version.made_by in by)
        return next(version for version in made if version.ended_by not in by)

    def write(self, value: int, me: int, snapshot: set[int]) -> str:
        """`ok`, or what the first updater leaves to the second."""
        old = self.seen(snapshot | {me})
        if old.ended_by in self.committed:
            return "40001"
        if old.ended_by not in self.aborted:
            return "waits"
        old.ended_by = me
        self.versions.append(Version(value, made_by=me))
        return "ok"

    def vacuum(self, oldest: set[int]) -> None:
        """Drop the versions that no snapshot sees, from the oldest on."""
        self.versions = [v for v in self.versions if v.ended_by not in oldest]


if __name__ == "__main__":
    row = Row(9)
    report = {*row.committed}  # transaction 2, which only reads
    print("3 writes:", row.write(8, me=3, snapshot={1}))
    print("4 writes:", row.write(7, me=4, snapshot={1}))
    row.committed.add(3)
    print("4, after the commit of 3:", row.write(7, me=4, snapshot={1}))
    print(*row.versions, sep="\n")
    for who, oldest in ("the report", report), ("a new reader", row.committed):
        row.vacuum(oldest)
        print(who, "sees", row.seen(oldest).value, "of", len(row.versions))
