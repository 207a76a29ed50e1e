"""A crash before and after each statement, and then everybody tries again."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from solution import TABLES, place, relay

PIECES, CENTS = 5, 700


class CrashError(BaseException):
    """The process ends here."""


class Connection(sqlite3.Connection):
    """One that dies at a given statement, before or after it is executed."""

    fuse: int | None = None
    after = False
    dead = False

    rival: Callable[[], object] | None = None  # who is quicker
    rival_after = 0  # statements outside a transaction

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.rival is not None and not self.in_transaction:
            self.rival_after -= 1
            if self.rival_after < 0:
                rival, self.rival = self.rival, None
                rival()
        self.burn(False)
        cursor = super().execute(sql, *values)
        self.burn(True)
        return cursor

    def commit(self) -> None:
        self.burn(False)
        super().commit()
        self.burn(True)

    def rollback(self) -> None:
        if self.dead:
            raise CrashError
        super().rollback()

    def burn(self, after: bool) -> None:
        if self.fuse is not None and after == self.after:
            self.fuse -= 1
            self.dead = self.dead or self.fuse < 0
        if self.dead:
            raise CrashError

    def restart(self) -> None:
        """What was not committed is gone."""
        self.fuse, self.dead = None, False
        super().rollback()

    def rows(self, sql: str) -> list[Any]:
        return super().execute(sql).fetchall()


class Provider:
    """Charges each key once, and may die or say nothing afterwards."""

    def __init__(self, shop: Connection) -> None:
        self.shop = shop
        self.charged: dict[str, int] = {}
        self.then: Callable[[], None] = lambda: None

    def charge(self, key: str, cents: int) -> None:
        assert not self.shop.in_transaction, (
            "No transaction while the provider thinks. Its locks would hold up "
            "every other order for as long."
        )
        self.charged.setdefault(key, cents)
        then, self.then = self.then, lambda: None
        then()


def shop() -> Connection:
    opened = sqlite3.connect(
        ":memory:", isolation_level=None, factory=Connection
    )
    opened.executescript(TABLES)
    opened.execute("INSERT INTO stock VALUES ('mug', ?, ?)", (PIECES, CENTS))
    return opened


def attempt(
    database: Connection, do: Callable[[], object], fuse: int, after: bool
) -> bool:
    """Let it run until it crashes, and restart; whether it did crash."""
    database.fuse, database.after = fuse, after
    try:
        do()
    except CrashError:
        return True
    finally:
        database.restart()
    return False


def again(database: Connection, request: str, pieces: int) -> int:
    try:
        return place(database, request, "mug", pieces)
    except sqlite3.Error as error:
        pytest.fail(
            "A request that was stored gets the same answer again, and no "
            f"error. It was {error!r}."
        )


def left(database: Connection) -> int:
    [[pieces]] = database.rows("SELECT pieces FROM stock")
    return int(pieces)


def test_an_order_takes_stock_and_is_charged_once() -> None:
    database = shop()
    provider = Provider(database)
    order = again(database, "r1", 2)
    assert database.rows("SELECT id, request FROM orders") == [(order, "r1")], (
        "An order is stored under its request's number, and its id returned."
    )
    assert left(database) == PIECES - 2, "Two pieces are taken."
    assert not database.in_transaction, "Commit, or the order is not there."
    relay(database, provider.charge)
    assert [*provider.charged.values()] == [2 * CENTS], "The order is charged."
    assert not database.rows("SELECT * FROM outbox"), "It is charged: done."


@pytest.mark.parametrize("product", ["mug", "pen"])
def test_what_is_not_there_is_not_sold(product: str) -> None:
    database = shop()
    try:
        place(database, "r1", product, PIECES + 1)
    except ValueError:
        pass
    except (sqlite3.Error, TypeError) as error:
        pytest.fail(f"Raise ValueError, not {error!r}.")
    else:
        pytest.fail(
            "What is not there is not sold. An UPDATE that matches no row is "
            "no error: compare in it, and look what it has matched."
        )
    assert not database.in_transaction, (
        "End the transaction after a refusal, too. The next BEGIN would fail."
    )
    assert not database.rows("SELECT * FROM orders"), "No order was made."
    assert left(database) == PIECES, "A refused order takes nothing."


def test_all_that_is_there_can_be_sold() -> None:
    database = shop()
    again(database, "r1", PIECES)
    assert left(database) == 0, "The last piece can be sold."


def test_a_repeated_request() -> None:
    database = shop()
    first = again(database, "r1", 2)
    other = again(database, "r2", 1)
    second = again(database, "r1", 2)
    assert first == second != other, (
        "A request that was stored gets the same answer again. It was "
        f"{first} and then {second}."
    )
    assert left(database) == PIECES - 3, (
        "A repeated request takes nothing more. Look for it first, in the same "
        f"transaction: {left(database)} pieces are left, not {PIECES - 3}."
    )
    orders = len(database.rows("SELECT * FROM outbox"))
    assert orders == 2, (
        "A repeated request is charged once. There are two orders, and "
        f"{orders} rows in the outbox."
    )


def test_a_repeated_request_when_all_is_sold() -> None:
    database = shop()
    first = again(database, "r1", PIECES)
    try:
        assert again(database, "r1", PIECES) == first, "The answer is the same."
    except ValueError:
        pytest.fail(
            "A request that was stored is answered, not refused. It has taken "
            "the last pieces itself: look for it before you look at the stock."
        )


@pytest.mark.parametrize("statements", range(4))
def test_the_same_request_twice_at_once(statements: int) -> None:
    database = shop()
    database.rival = partial(place, database, "r1", "mug", 2)
    database.rival_after = statements
    try:
        order = place(database, "r1", "mug", 2)
    except sqlite3.Error as error:
        pytest.fail(
            "A look before BEGIN is old by then. The same request was stored "
            f"after it, by a second server, and the answer is {error!r}."
        )
    assert database.rows("SELECT id FROM orders") == [(order,)], "One order."
    assert left(database) == PIECES - 2, "Its pieces are taken once."


def test_a_crash_anywhere_in_place() -> None:
    for after in (False, True):
        fuse, crashed = 0, True
        while crashed:
            database = shop()
            provider = Provider(database)
            crashed = attempt(
                database, partial(place, database, "r1", "mug", 2), fuse, after
            )
            again(database, "r1", 2)
            relay(database, provider.charge)
            when = f"{'after' if after else 'before'} statement {fuse + 1}"
            assert left(database) == PIECES - 2, (
                f"All or nothing. After a crash {when} and a second try "
                f"{left(database)} pieces are left, not {PIECES - 2}."
            )
            assert [*provider.charged.values()] == [2 * CENTS], (
                "Order and outbox row are committed together. Else a crash "
                f"between them leaves an order that nobody charges: {when}."
            )
            fuse += 1


def test_a_crash_anywhere_in_the_relay() -> None:
    for after in (False, True):
        fuse, crashed = 0, True
        while crashed:
            database = shop()
            provider = Provider(database)
            again(database, "r1", 2)
            again(database, "r2", 1)
            crashed = attempt(
                database,
                partial(relay, database, provider.charge),
                fuse,
                after,
            )
            relay(database, provider.charge)
            judge(provider, f"{'after' if after else 'before'} {fuse + 1}")
            fuse += 1


def judge(provider: Provider, when: str) -> None:
    made = sorted(provider.charged.values())
    assert len(made) >= 2, (
        "Charge first, then take the row out. A crash between the two must "
        f"leave the row, or nobody charges the order: {provider.charged}, a "
        f"crash {when}."
    )
    assert made == [CENTS, 2 * CENTS], (
        "The key is the order's, and the same at each try. A new one per try "
        f"is a new charge to the provider: {provider.charged}, a crash {when}."
    )


def test_a_crash_while_the_provider_works() -> None:
    database = shop()
    provider = Provider(database)
    again(database, "r1", 2)
    again(database, "r2", 1)

    def die() -> None:
        raise CrashError

    provider.then = die
    attempt(database, partial(relay, database, provider.charge), 99, True)
    relay(database, provider.charge)
    judge(provider, "when the provider had charged")


def test_no_answer() -> None:
    database = shop()
    charged: list[str] = []
    again(database, "r1", 2)

    def silent(key: str, cents: int) -> None:
        raise TimeoutError(f"no answer to {key} over {cents}")

    with suppress(TimeoutError):
        relay(database, silent)
    database.restart()
    relay(database, lambda key, _: charged.append(key))
    assert charged, (
        "No answer is neither yes nor no. The row stays in the outbox until an "
        "answer comes, and the key makes the next try harmless."
    )


def test_silence_after_the_charge() -> None:
    database = shop()
    provider = Provider(database)
    again(database, "r1", 2)

    def silent() -> None:
        raise TimeoutError("no answer")

    provider.then = silent
    with suppress(TimeoutError):
        relay(database, provider.charge)
    relay(database, provider.charge)
    assert [*provider.charged.values()] == [2 * CENTS], (
        "Silence may have been a yes. Ask again under the same key, and the "
        f"provider knows the charge: {provider.charged}."
    )


def test_a_row_in_the_outbox_has_no_name() -> None:
    database = shop()
    provider = Provider(database)
    for request in ("r1", "r2"):
        again(database, request, 1)
        relay(database, provider.charge)
    assert [*provider.charged.values()] == [CENTS, CENTS], (
        "The order's id stays, the row's does not. Once the row is deleted, "
        "the next one may get its id, and the provider takes a new order for "
        f"one that is charged: {provider.charged}."
    )


def test_two_orders_alike_are_two_charges() -> None:
    database = shop()
    provider = Provider(database)
    again(database, "r1", 1)
    again(database, "r2", 1)
    relay(database, provider.charge)
    assert [*provider.charged.values()] == [CENTS, CENTS], (
        "Two orders over the same amount are two charges. A key made of what "
        f"is charged takes the second for the first: {provider.charged}."
    )


def test_an_order_that_comes_while_the_relay_works() -> None:
    database = shop()
    provider = Provider(database)
    again(database, "r1", 2)
    provider.then = lambda: [again(database, "r2", 1)].clear()
    relay(database, provider.charge)
    relay(database, provider.charge)
    assert sorted(provider.charged.values()) == [CENTS, 2 * CENTS], (
        "Take out the row that was charged, and no other. An order that came "
        "meanwhile has one, too."
    )
