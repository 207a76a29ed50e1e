"""A second put replaces the value of the first, which still waits."""

from typing import Protocol


class Log(Protocol):
    """Records that survive a crash of this process, the oldest first."""

    records: list[tuple[str, int]]

    def append(self, key: str, value: int) -> None:
        """Store a record; raises OSError if it can't."""

    def drop(self, count: int) -> None:
        """Forget that many of the oldest records."""


class Database(Protocol):
    """What is slow, and sometimes down."""

    def read(self, key: str) -> int:
        """The value; raises KeyError if there is none."""

    def write(self, values: dict[str, int]) -> None:
        """Commit all values at once; raises TimeoutError and commits none."""


class WriteBack:
    """Acknowledges a write that is logged; writes it to the database later.

    After a crash a new one is made, with the log and database that are left.
    """

    def __init__(self, log: Log, database: Database) -> None:
        self._log = log
        self._database = database
        self._dirty = dict(log.records)

    def put(self, key: str, value: int) -> None:
        """Acknowledge the write by returning; raises what the log raises."""
        self._log.append(key, value)
        self._dirty.setdefault(key, value)

    def get(self, key: str) -> int:
        """The last value that waits; else the database's, or its KeyError."""
        if key in self._dirty:
            return self._dirty[key]
        return self._database.read(key)

    def flush(self) -> None:
        """Write what waits, each key once.

        Other puts may come meanwhile, another flush may not.
        """
        batch = list(self._log.records)
        if batch:
            self._database.write(dict(batch))
            self._log.drop(len(batch))
            self._dirty = dict(self._log.records)
