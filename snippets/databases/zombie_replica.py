"""Zombie: a replica that missed a delete brings the row back.

Three replicas keep user 17; one is down while the row is deleted. A repair
gives each the newest entry that any of them has.

Time: O(rows) per repair. Space: a tombstone per delete, for the grace period.
Source: Apache Cassandra documentation, "Tombstones",
https://cassandra.apache.org/doc/latest/
"""

from dataclasses import dataclass, field

GRACE = 10  # days that a tombstone is kept: Cassandra's default


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and its day; the value None is a tombstone."""

    value: str | None
    day: int


@dataclass(slots=True)
class Replica:
    """A copy of the table."""

    rows: dict[str, Entry] = field(default_factory=dict)

    def compact(self, today: int) -> None:
        """Drop the tombstones whose grace period is over."""
        for key, entry in list(self.rows.items()):
            if entry.value is None and today - entry.day >= GRACE:
                del self.rows[key]


def write(replicas: list[Replica], key: str, entry: Entry) -> None:
    """Reach these replicas."""
    for replica in replicas:
        replica.rows[key] = entry


def repair(replicas: list[Replica], key: str) -> None:
    """The newest entry wins; no entry at all says nothing."""
    found = [r.rows[key] for r in replicas if key in r.rows]
    if found:
        write(replicas, key, max(found, key=lambda entry: entry.day))


if __name__ == "__main__":
    for repaired_on in (3, 9, 11):
        one, two, three = replicas = [Replica(), Replica(), Replica()]
        write(replicas, "17", Entry("ada", day=-5))
        write([one, two], "17", Entry(None, day=0))  # three is down
        for replica in replicas:
            replica.compact(today=repaired_on)
        repair(replicas, "17")
        seen = [replica.rows["17"].value for replica in replicas]
        print(f"repaired on day {repaired_on:2}: user 17 is {seen}")
