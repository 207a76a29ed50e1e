"""What write-back over a log promises, one promise per test."""

from collections.abc import Callable
from contextlib import suppress

from solution import WriteBack


class MemoryLog:
    """A log that survives the crash of a WriteBack."""

    def __init__(self) -> None:
        self.records: list[tuple[str, int]] = []
        self.full = False

    def append(self, key: str, value: int) -> None:
        """Store a record."""
        if self.full:
            raise OSError("no space left")
        self.records.append((key, value))

    def drop(self, count: int) -> None:
        """Forget the oldest records."""
        del self.records[:count]


class MemoryDatabase:
    """Counts its queries, and can fail or be slow."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.batches: list[dict[str, int]] = []
        self.reads = 0
        self.down = False
        self.meanwhile: Callable[[], None] = lambda: None

    def read(self, key: str) -> int:
        """The value; raises KeyError if there is none."""
        self.reads += 1
        return self.rows[key]

    def write(self, values: dict[str, int]) -> None:
        """Commit all values at once."""
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        if self.down:
            raise TimeoutError("no answer")
        self.batches.append(dict(values))
        self.rows.update(values)


def test_a_put_is_logged_and_not_yet_written() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    WriteBack(log, database).put("ada", 1)
    assert log.records == [("ada", 1)], (
        "A write is acknowledged when `put` returns, so it has to be in the "
        "log by then."
    )
    assert database.batches == [], "`put` doesn't wait for the database."
    assert not database.reads, "`put` doesn't wait, not even for a read."


def test_a_reader_gets_the_last_acknowledged_value() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    database.rows["ada"] = 0
    users = WriteBack(log, database)
    assert users.get("ada") == 0, "What never changed is in the database."
    database.rows["ada"] = 3
    assert users.get("ada") == 3, (
        "What was read doesn't wait for the database: keep only writes."
    )
    try:
        absent: int | None = users.get("eve")
    except KeyError:
        absent = None
    assert absent is None, (
        "A key that is nowhere is a KeyError. No value says it, not even 0."
    )
    users.put("ada", 1)
    assert users.get("ada") == 1, (
        "Look first among the writes that wait. The database doesn't know the "
        "last value yet."
    )
    users.put("ada", 2)
    assert users.get("ada") == 2, (
        "A second put replaces the value of the first, which still waits."
    )
    users.put("bob", 0)
    database.rows["bob"] = 5
    assert users.get("bob") == 0, (
        "A value of 0 waits like any other. The reader got the database's."
    )


def test_what_the_log_refused_is_not_served() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    database.rows["ada"] = 0
    users = WriteBack(log, database)
    log.full = True
    with suppress(OSError):
        users.put("ada", 1)
    assert users.get("ada") == 0, (
        "A write that the log refused is read all the same. What comes first?"
    )
    log.full = False
    users.put("ada", 1)
    log.full = True
    with suppress(OSError):
        users.put("ada", 2)
    assert users.get("ada") == 1, (
        "A refusal takes nothing back. An earlier write of this key was "
        "acknowledged and still waits."
    )


def test_a_refusal_of_the_log_is_reported() -> None:
    log = MemoryLog()
    log.full = True
    try:
        WriteBack(log, MemoryDatabase()).put("ada", 1)
    except OSError:
        return
    raise AssertionError(
        "`put` returned, which acknowledges a write that the log refused."
    )


def test_a_flush_writes_the_last_value_of_each_key() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    users = WriteBack(log, database)
    for visits in range(1, 101):
        users.put("ada", visits)
    users.put("bob", 7)
    users.flush()
    assert database.rows == {"ada": 100, "bob": 7}, (
        "The last value of each key has to reach the database. A later record "
        "replaces an earlier one."
    )
    assert len(database.batches) == 1, (
        "100 updates of one key need one query, not 100. Write the last value "
        "of each key, all in one call."
    )
    assert log.records == [], (
        "Drop a record for each that was read, not for each row that was "
        "written. Here 101 records have become two rows."
    )


def test_what_is_written_leaves_the_log() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    users = WriteBack(log, database)
    users.put("ada", 1)
    users.flush()
    users.flush()
    assert log.records == [], "What the database holds can leave the log."
    assert len(database.batches) == 1, (
        "A flush with nothing to write asks the database nothing."
    )
    database.rows["ada"] = 2
    assert users.get("ada") == 2, (
        "What is written isn't waiting any more: now the database answers."
    )


def test_a_failed_flush_loses_nothing() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    users = WriteBack(log, database)
    database.rows["ada"] = 0
    users.put("ada", 1)
    seen: list[int] = []
    database.meanwhile = lambda: seen.append(users.get("ada"))
    database.down = True
    with suppress(TimeoutError):
        users.flush()
    seen.append(users.get("ada"))
    assert seen == [1] * len(seen), (
        "A write waits until it is committed. During a flush, or after one "
        "that failed, a reader got the old value."
    )
    database.down = False
    users.flush()
    assert database.rows == {"ada": 1}, (
        "Drop a record after it is committed, not before. The database was "
        "down for one flush, and a write is lost."
    )


def test_a_put_during_a_flush_stays() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    users = WriteBack(log, database)
    users.put("ada", 1)
    database.meanwhile = lambda: users.put("ada", 2)
    users.flush()
    assert log.records == [("ada", 2)], (
        "Drop as many records as you wrote, not all. A put came while the "
        "database was writing, and its record is gone."
    )
    assert users.get("ada") == 2, (
        "A put that came during a flush is still waiting. A reader must get it."
    )


def test_a_crash_loses_nothing() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    WriteBack(log, database).put("ada", 1)
    database.down = True
    try:
        after = WriteBack(log, database)
    except TimeoutError:
        raise AssertionError(
            "A restart doesn't wait for the database, which may be down."
        ) from None
    database.down = False
    try:
        found: int | None = after.get("ada")
    except KeyError:
        found = None
    assert found == 1, (
        "After a crash, begin with what the log holds. An acknowledged write "
        "is there alone, and a reader doesn't get it."
    )
    after.flush()
    assert database.rows == {"ada": 1}, (
        "After a crash the acknowledged write has to reach the database."
    )


def test_a_crash_between_commit_and_drop_changes_nothing() -> None:
    log, database = MemoryLog(), MemoryDatabase()
    users = WriteBack(log, database)
    users.put("ada", 1)
    users.put("ada", 2)
    database.write({"ada": 2})  # then the process dies
    WriteBack(log, database).flush()
    assert database.rows == {"ada": 2}, (
        "A batch that is written twice must end in the same values."
    )
