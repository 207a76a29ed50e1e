"""What a write to cache and database promises, one promise per test."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import count
from typing import Any

import pytest
from fakeredis import FakeRedis
from solution import Users

READS = {"GET", "MGET", "GETRANGE", "STRLEN", "EXISTS", "TTL", "PTTL", "TYPE"}
TIMES = 3  # so that nobody is interrupted for ever


class Interrupted(FakeRedis):
    """A cache at whose writes somebody else comes in between."""

    before: Callable[[], object] | None = None
    after: Callable[[], object] | None = None
    times = 0  # interrupted so far; the others are not

    def execute_command(self, *args: Any, **options: Any) -> Any:
        """The answer of one command."""
        run: Any = super().execute_command
        if args[0] in READS:
            return run(*args, **options)
        return self.interrupt(lambda: run(*args, **options))

    def pipeline(self, *args: Any, **options: Any) -> Any:
        """Commands that are sent together, as one write."""
        pipe: Any = super().pipeline(*args, **options)
        run = pipe.execute
        pipe.execute = lambda *args: self.interrupt(lambda: run(*args))
        return pipe

    def interrupt(self, write: Callable[[], Any]) -> Any:
        """What the write answers, with the others run before and after."""
        before, after = self.before, self.after
        if before is after is None:
            return write()
        self.before = self.after = None
        if before:
            before()
        answer = write()
        if after:
            after()
        self.times += 1
        if self.times < TIMES:
            self.before, self.after = before, after
        return answer


@pytest.fixture
def cache() -> Interrupted:
    """An empty cache."""
    return Interrupted(decode_responses=True)


@pytest.fixture
def users(cache: Interrupted) -> Iterator[Users]:
    """One user, who is already cached."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(
            """CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT,
                balance INTEGER CHECK (balance >= 0));
            INSERT INTO users VALUES (1, 'a@old', 500)"""
        )
        users = Users(cache, database)
        users.get(1)
        yield users


def stored(users: Users) -> dict[str, object]:
    """The row as the database holds it."""
    row = users.database.execute("SELECT email, balance FROM users").fetchone()
    return dict(zip(("email", "balance"), row, strict=True))


def test_a_write_is_seen(users: Users) -> None:
    users.update(1, {"email": "a@new", "balance": 0})
    assert stored(users) == {"email": "a@new", "balance": 0}, (
        "The database has to hold each of the changes."
    )
    assert users.get(1) == stored(users), (
        "After an update a reader gets what the database holds."
    )


def test_a_partial_update_keeps_the_other_columns(users: Users) -> None:
    users.update(1, {"email": "a@new"})
    assert users.get(1) == {"email": "a@new", "balance": 500}, (
        "A part of a user isn't a user. After a change of the email alone, a "
        "reader misses the balance."
    )


def test_a_refused_write_is_never_seen(users: Users) -> None:
    with suppress(sqlite3.IntegrityError):
        users.update(1, {"balance": -50})
    assert users.get(1) == {"email": "a@old", "balance": 500}, (
        "A balance that the database refused is read all the same. Who has to "
        "be asked first?"
    )


def test_a_refused_write_is_reported(users: Users) -> None:
    try:
        users.update(1, {"balance": -50})
    except sqlite3.IntegrityError:
        return
    pytest.fail(
        "The caller has to learn that the write was refused. Let the "
        "IntegrityError through."
    )


def test_an_update_happens_whole_or_not_at_all(users: Users) -> None:
    with suppress(sqlite3.IntegrityError):
        users.update(1, {"email": "a@new", "balance": -50})
    assert stored(users) == {"email": "a@old", "balance": 500}, (
        "The changes of one update belong in one transaction. The balance was "
        "refused, but the email has changed."
    )


def test_of_two_writers_the_later_is_read(
    users: Users, cache: Interrupted
) -> None:
    balances = count(2)
    cache.before = lambda: users.update(1, {"balance": next(balances)})
    users.update(1, {"balance": 1})
    cache.before = None
    assert users.get(1) == stored(users), (
        "The cache holds the older of two values. Between your commit and your "
        "write to the cache another writer took both steps. What can you do to "
        "an entry that is right in either order? And leave it to a reader to "
        "load: a writer who does can be late as well."
    )


def test_a_reader_in_between_brings_no_old_value_back(
    users: Users, cache: Interrupted
) -> None:
    cache.after = lambda: users.get(1)
    users.update(1, {"balance": 1})
    cache.after = None
    assert users.get(1) == stored(users), (
        "A reader in between brought the old row back. It came after your "
        "write to the cache and before your commit. Which step comes last?"
    )


def test_the_commit_comes_before_the_write_to_the_cache(
    users: Users, cache: Interrupted
) -> None:
    open_: list[bool] = []
    cache.before = lambda: open_.append(users.database.in_transaction)
    users.update(1, {"balance": 1})
    assert not users.database.in_transaction, (
        "Nothing was committed. Other connections don't see the change, and "
        "a crash loses it."
    )
    assert True not in open_, (
        "Commit first. Your write to the cache came inside the transaction. "
        "A reader can still load the old row and store it afterwards."
    )


def test_an_update_drops_one_entry(users: Users, cache: Interrupted) -> None:
    cache.set("user:2", "{}", ex=3600)
    users.update(1, {"balance": 1})
    assert cache.exists("user:2"), (
        "An update concerns one user. With all entries gone every reader "
        "misses."
    )


def test_no_entry_stays_for_ever(users: Users, cache: Interrupted) -> None:
    users.update(1, {"balance": 1})
    users.get(1)
    assert cache.ttl("user:1") > 0, (
        "The entry lost its expiry, which bounds how long any mistake lasts."
    )
