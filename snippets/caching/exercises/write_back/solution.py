"""Write-back over a log: fewer queries, and nothing acknowledged is lost."""

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
        # BEGIN SOLUTION
        self._dirty = dict(log.records)
        # STARTER
        # self._dirty: dict[str, int] = {}  # not yet in the database
        # END SOLUTION

    def put(self, key: str, value: int) -> None:
        """Acknowledge the write by returning; raises what the log raises."""
        # BEGIN SOLUTION
        self._log.append(key, value)
        self._dirty[key] = value
        # STARTER
        # raise NotImplementedError("log the write")
        # END SOLUTION

    def get(self, key: str) -> int:
        """The last value that waits; else the database's, or its KeyError."""
        # BEGIN SOLUTION
        if key in self._dirty:
            return self._dirty[key]
        return self._database.read(key)
        # STARTER
        # raise NotImplementedError("give the last value that waits")
        # END SOLUTION

    def flush(self) -> None:
        """Write what waits, each key once.

        Other puts may come meanwhile, another flush may not.
        """
        # BEGIN SOLUTION
        batch = list(self._log.records)
        if batch:
            self._database.write(dict(batch))
            self._log.drop(len(batch))
            self._dirty = dict(self._log.records)
        # STARTER
        # raise NotImplementedError("write what waits, then drop it")
        # END SOLUTION
