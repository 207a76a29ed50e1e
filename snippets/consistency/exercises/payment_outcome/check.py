"""Answers are lost, servers crash, and clients ask again, also days later."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import Any

import pytest
from solution import DAY, TABLES, pay

CENTS, KEY = 900, "ride 12"


class CrashError(BaseException):
    """The server ends here."""


class Connection(sqlite3.Connection):
    """One that dies at a statement, or lets others act before it."""

    fuse: int | None = None
    after = dead = False
    other: Callable[[], object] | None = None
    other_after = 0

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.other is not None and not self.in_transaction:
            self.other_after -= 1
            if self.other_after < 0:
                other, self.other = self.other, None
                other()
        self.burn(False)
        cursor = super().execute(sql, *values)
        self.burn(True)
        return cursor

    def commit(self) -> None:
        self.burn(False)
        super().commit()
        self.burn(True)

    def burn(self, after: bool) -> None:
        if self.fuse is not None and after == self.after:
            self.fuse -= 1
            self.dead = self.dead or self.fuse < 0
        if self.dead:
            raise CrashError

    def restart(self) -> None:
        self.fuse, self.dead = None, False
        super().rollback()


class Bank:
    """Charges a key once within a day, and keeps books."""

    def __init__(self, database: Connection) -> None:
        self.database = database
        self.now = 0
        self.good = True  # the card
        self.away = False
        self.lost: list[str] = []  # of the next charges: done, never, crash
        self.during: Callable[[], object] | None = None
        self.known: dict[str, tuple[int, bool, int]] = {}
        self.books: list[tuple[str, int, bool]] = []

    def ask(self) -> None:
        assert not self.database.in_transaction, (
            "No transaction while the bank thinks. Others would wait for it."
        )
        if self.away:
            raise TimeoutError("no answer")

    def charge(self, key: str, cents: int) -> bool:
        self.ask()
        how = self.lost.pop(0) if self.lost else ""
        if how == "never":
            raise TimeoutError("no answer")
        at, done, amount = self.known.get(key, (-DAY, False, cents))
        if self.now - at >= DAY:
            at, done, amount = self.now, self.good, cents
            self.known[key] = at, done, amount
            self.books.append((key, cents, done))
        assert amount == cents, "The bank refuses a key with another amount."
        if self.during is not None:
            during, self.during = self.during, None
            during()
        if how == "crash":
            raise CrashError
        if how == "done":
            raise TimeoutError("no answer")
        return done

    def find(self, key: str) -> bool | None:
        self.ask()
        results = [done for found, _, done in self.books if found == key]
        return any(results) if results else None


class Service:
    """The payment service, on a database of its own."""

    def __init__(self) -> None:
        self.database = sqlite3.connect(
            ":memory:", isolation_level=None, factory=Connection
        )
        self.database.executescript(TABLES)
        self.bank = Bank(self.database)

    def pay(self, key: str = KEY, cents: int = CENTS, at: int = 0) -> str:
        self.bank.now = at
        try:
            return pay(self.database, self.bank, key, cents, at)
        except TimeoutError:
            pytest.fail(
                'No answer of the bank is the answer "open". The client asks '
                "again."
            )
        except sqlite3.Error as error:
            pytest.fail(
                "Two servers may get the same key at once. A look is old by "
                f"the time of the insert; it was {error!r}."
            )

    def crash(self, at: int, fuse: int, after: bool) -> bool:
        """Let it run until it crashes; whether it did."""
        self.database.fuse, self.database.after = fuse, after
        try:
            self.pay(at=at)
        except CrashError:
            return True
        finally:
            self.database.restart()
        return False

    def charged(self) -> list[int]:
        return [cents for _, cents, done in self.bank.books if done]


def test_paid_and_declined() -> None:
    service = Service()
    assert service.pay() == "paid", "The card was charged."
    service.bank.good = False
    assert service.pay("ride 13") == "declined", "The card was declined."
    assert service.charged() == [CENTS], "One of two was charged."


def test_two_keys_are_two_payments() -> None:
    service = Service()
    got = [service.pay("ride 12"), service.pay("ride 13")]
    assert got == ["paid", "paid"], "Two keys are two payments."
    assert service.charged() == [CENTS, CENTS], (
        "Two keys are two payments, also over the same amount."
    )


def test_a_known_answer_needs_no_bank() -> None:
    service = Service()
    service.pay()
    service.bank.away = True
    got = service.pay(at=10)
    assert got == "paid", (
        "What the bank has answered is stored, and answered again without it. "
        f"It was paid, and then {got}."
    )


def test_declined_is_an_answer() -> None:
    service = Service()
    service.bank.good = False
    service.pay()
    service.bank.good = True
    for at in (10, 2 * DAY):
        service.bank.away = at == 10
        got = service.pay(at=at)
        assert got == "declined", (
            "Declined is an answer, and doesn't change. Who wants to try again "
            f"makes a new key. It was declined, and then {got}."
        )
    assert not service.charged(), "Nothing was charged."


def test_another_amount() -> None:
    for state in ("paid", "open"):
        service = Service()
        service.bank.lost = ["done"] if state == "open" else []
        service.pay()
        got = "refused"
        with suppress(ValueError):
            got = service.pay(cents=CENTS + 1, at=5)
        assert got == "refused", (
            "A key with another amount is a mistake of the client. Neither the "
            f"old answer nor a charge is right: ValueError, and not {got}."
        )
        assert service.charged() == [CENTS], "Nothing more was charged."


def test_an_answer_is_for_its_own_key() -> None:
    service = Service()
    service.bank.lost = ["never"]
    service.pay("ride 12")
    service.pay("ride 13")
    service.pay("ride 12", at=5)
    assert service.charged() == [CENTS, CENTS], (
        "An answer is for its own key. The other payment was open, and is "
        f"still to be charged: {service.charged()}."
    )


@pytest.mark.parametrize("how", ["done", "never"])
@pytest.mark.parametrize("later", [1, DAY - 1, DAY, 3 * DAY])
def test_no_answer(how: str, later: int) -> None:
    service = Service()
    service.bank.lost = [how]
    got = service.pay()
    assert got == "open", (
        f"Silence is neither yes nor no. The answer is open, not {got}."
    )
    got = service.pay(at=later)
    told = f"{later} s later the answer is {got}, charged {service.charged()}."
    if how == "never" and later >= DAY:
        assert got == "paid", (
            "Not in the books: nothing was charged, so it may be now. " + told
        )
    assert len(service.charged()) < 2, (
        "The bank forgets keys, and keeps books. After a day look into these "
        "first. " + told
    )
    assert got == "paid", "Asked again, it is known. " + told
    assert service.pay(at=later + 2 * DAY) == "paid", "It stays known."
    assert service.charged() == [CENTS], "It is charged once. " + told


def test_silence_twice() -> None:
    service = Service()
    service.bank.lost = ["done", "done"]
    service.pay()
    service.pay(at=DAY // 2)
    service.pay(at=DAY + 10)
    assert service.charged() == [CENTS], (
        "The day begins with the first try. The bank counts from there, "
        f"whatever came later: charged {service.charged()}."
    )


def test_silence_before_and_after_the_day() -> None:
    service = Service()
    service.bank.lost = ["never", "done"]
    got = [service.pay(at=at) for at in (0, DAY + 10, 3 * DAY)]
    assert service.charged() == [CENTS], (
        "A payment has one key, also after a day. By another one nobody finds "
        f"it in the books: charged {service.charged()}."
    )
    assert got == ["open", "open", "paid"], f"Two silent tries: {got}."


def test_a_declined_card_and_silence() -> None:
    service = Service()
    service.bank.good, service.bank.lost = False, ["done"]
    service.pay()
    service.bank.good = True
    got = service.pay(at=2 * DAY)
    assert got == "declined", (
        "The books say no, which is an answer. None is another one: "
        f"{got}, charged {service.charged()}."
    )


def test_the_bank_is_away_for_days() -> None:
    service = Service()
    service.bank.lost = ["done"]
    service.pay()
    service.bank.away = True
    for day in range(1, 4):
        got = service.pay(at=day * DAY)
        assert got == "open", f"Nobody knows yet: open, and not {got}."
    service.bank.away = False
    assert service.pay(at=5 * DAY) == "paid", "Then the books are open."
    assert service.charged() == [CENTS], "It is charged once."


@pytest.mark.parametrize("later", [1, 2 * DAY])
def test_a_crash_at_any_statement(later: int) -> None:
    for after, lost in product([False, True], [[], ["done"]]):
        fuse, crashed = 0, True
        while crashed:
            service = Service()
            service.bank.lost = list(lost)
            crashed = service.crash(0, fuse, after)
            service.pay(at=later)
            got = service.pay(at=later + 5)
            when = f"{'after' if after else 'before'} statement {fuse + 1}"
            told = f"A crash {when}, asked again {later} s later."
            assert service.charged() == [CENTS], (
                "First write down that you will ask, then ask. Else nobody "
                f"knows when the first try was. {told} Charged: "
                f"{service.charged()}."
            )
            assert got == "paid", f"It is paid, and not {got}. {told}"
            fuse += 1


@pytest.mark.parametrize("later", [1, 2 * DAY])
def test_a_crash_while_the_bank_works(later: int) -> None:
    service = Service()
    service.bank.lost = ["crash"]
    with pytest.raises(CrashError):
        service.pay()
    service.database.restart()
    got = service.pay(at=later)
    assert service.charged() == [CENTS], (
        "First write down that you will ask, then ask. Else nobody knows when "
        f"the first try was. Charged: {service.charged()}."
    )
    assert got == "paid", f"It is paid, and not {got}."


@pytest.mark.parametrize("statements", range(5))
def test_the_same_key_twice_at_once(statements: int) -> None:
    service = Service()
    service.database.other = service.pay
    service.database.other_after = statements
    assert service.pay() == "paid", "Both are told so."
    assert service.charged() == [CENTS], (
        f"Two servers, one key, one charge: {service.charged()}."
    )


@pytest.mark.parametrize("statements", range(4))
def test_another_amount_at_once(statements: int) -> None:
    service, told = Service(), list[int]()

    def ask(cents: int) -> None:
        with suppress(ValueError):
            service.pay(cents=cents)
            told.append(cents)

    service.database.other = lambda: ask(CENTS)
    service.database.other_after = statements
    ask(CENTS + 1)
    assert [service.charged(), len(told)] == [told, 1], (
        "Two servers, two amounts, one key: one is paid, one is refused. "
        f"Charged: {service.charged()}, told so: {told}."
    )


def test_an_answer_that_comes_to_another_server() -> None:
    service = Service()
    service.bank.lost = ["done"]
    service.bank.during = service.pay
    service.pay()
    service.bank.away = True
    got = service.pay(at=20)
    assert got == "paid", (
        "Another server had the answer meanwhile. Who has none must not write "
        f"over it: {got}."
    )
