from pathlib import Path
from sqlite3 import Connection, IntegrityError, OperationalError, connect

import pytest

from snippets.networking.idempotency_key import SCHEMA, charge


@pytest.fixture
def db() -> Connection:
    found = connect(":memory:")
    found.executescript(SCHEMA)
    return found


def rows(db: Connection, table: str) -> int:
    count: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return count


@pytest.mark.parametrize("together", [False, True])
def test_a_key_is_charged_once_and_answered_alike(
    db: Connection, together: bool
) -> None:
    first = charge(db, "order-17", 999, together, False)
    assert first == (201, "charge 1: 999 cents")
    assert charge(db, "order-17", 999, together, False) == first
    assert rows(db, "charges") == rows(db, "keys") == 1


def test_another_key_is_another_charge(db: Connection) -> None:
    charge(db, "order-17", 999, True, False)
    charge(db, "order-18", 999, True, False)
    assert rows(db, "charges") == 2


def test_the_same_key_for_something_else_is_refused(db: Connection) -> None:
    charge(db, "order-17", 999, True, False)
    assert charge(db, "order-17", 5, True, False)[0] == 422
    assert rows(db, "charges") == 1


def test_a_crash_between_them_undoes_both(db: Connection) -> None:
    with pytest.raises(ConnectionError):
        charge(db, "order-17", 999, True, True)
    assert rows(db, "charges") == rows(db, "keys") == 0
    charge(db, "order-17", 999, True, False)
    assert rows(db, "charges") == 1


def test_apart_a_crash_leaves_a_charge_without_a_key(db: Connection) -> None:
    with pytest.raises(ConnectionError):
        charge(db, "order-17", 999, False, True)
    assert (rows(db, "charges"), rows(db, "keys")) == (1, 0)
    charge(db, "order-17", 999, False, False)
    assert rows(db, "charges") == 2


class Late(Connection):
    """A connection on which another request comes between look and charge."""

    other: Connection

    def execute(self, sql: str, *args: object) -> object:  # type: ignore[override]
        if sql.startswith("INSERT INTO charges"):
            charge(self.other, "order-17", 999, True, False)
        return super().execute(sql, *args)  # type: ignore[arg-type]


def test_of_two_at_the_same_time_the_later_is_undone(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    late = connect(file, factory=Late)
    late.executescript(SCHEMA)
    late.other = connect(file)
    with pytest.raises((IntegrityError, OperationalError)):
        charge(late, "order-17", 999, True, False)
    assert rows(late.other, "charges") == rows(late.other, "keys") == 1
    late.other.close()
    late.close()
