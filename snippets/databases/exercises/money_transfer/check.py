"""What a transfer promises, one promise per test."""

import contextlib
import sqlite3
from random import Random
from typing import Self

import pytest
from solution import bank, transfer

START = {"ada": 500, "bob": 100, "cyd": 0}


def balances(database: sqlite3.Connection) -> dict[str, int]:
    return dict(database.execute("SELECT * FROM accounts ORDER BY owner"))


def refused(
    payer: str, payee: str, amount: int, message: str
) -> sqlite3.Connection:
    """The database after a transfer that must raise ValueError."""
    database = bank(START)
    try:
        transfer(database, payer, payee, amount)
    except ValueError:
        pass
    except sqlite3.Error as error:
        pytest.fail(f"Raise ValueError, not {error!r}. {message}")
    else:
        now = sum(balances(database).values())
        pytest.fail(
            f"{message} No ValueError came for {amount} from {payer} to "
            f"{payee}, and the sum of all balances is {now}, it was 600."
        )
    assert balances(database) == START, (
        f"After an error nothing has changed. {message} ValueError came, "
        f"but the balances are {balances(database)}."
    )
    assert not database.in_transaction, (
        "End the transaction after an error. The next BEGIN would fail, and "
        "until then the locks are held."
    )
    return database


@pytest.mark.parametrize("amount", [1, 499, 500])
def test_a_transfer_moves_the_amount(amount: int) -> None:
    database = bank(START)
    try:
        transfer(database, "ada", "cyd", amount)
    except ValueError as error:
        pytest.fail(
            "All that the payer has may be paid. ada has 500, and a transfer "
            f"of {amount} to cyd was refused: {error}"
        )
    assert balances(database) == START | {"ada": 500 - amount, "cyd": amount}, (
        "A transfer takes from the payer and gives to the payee. All that the "
        "payer has may be paid."
    )
    assert not database.in_transaction, (
        "Commit, or the transfer is gone with the connection."
    )


def test_a_payee_without_an_account_is_refused() -> None:
    message = "An update of no row is no error: ask for its rowcount."
    refused("ada", "eve", 100, message)


def test_a_payer_without_an_account_is_refused() -> None:
    message = "The payer needs an account too, or money comes from nowhere."
    refused("eve", "ada", 100, message)


@pytest.mark.parametrize("amount", [101, 500])
def test_a_payer_with_too_little_is_refused(amount: int) -> None:
    message = "Nobody pays more than the account has."
    refused("bob", "ada", amount, message)


@pytest.mark.parametrize("amount", [-1, -100, 0])
def test_an_amount_that_is_not_above_zero_is_refused(amount: int) -> None:
    message = "A negative amount takes from the payee: refuse it, and 0."
    refused("ada", "bob", amount, message)


def test_payer_and_payee_differ() -> None:
    message = "Who pays himself must not become richer: refuse it."
    refused("ada", "ada", 100, message)


def test_after_a_refusal_the_connection_works() -> None:
    database = refused("ada", "eve", 100, "The payee has no account.")
    transfer(database, "ada", "bob", 100)
    assert balances(database) == START | {"ada": 400, "bob": 200}, (
        "A transfer after a refused one moves its own amount, and no more."
    )


@pytest.mark.parametrize("undoes", ["ABORT", "ROLLBACK"])
@pytest.mark.parametrize("owner", ["ada", "bob"])
def test_an_error_of_the_database_undoes_both_halves(
    owner: str, undoes: str
) -> None:
    database = bank(START)
    database.execute(
        "CREATE TRIGGER frozen BEFORE UPDATE ON accounts"
        f" WHEN OLD.owner = '{owner}'"
        f" BEGIN SELECT RAISE({undoes}, 'account is frozen'); END"
    )
    try:
        transfer(database, "ada", "bob", 100)
    except sqlite3.IntegrityError:
        pass
    except ValueError:
        pytest.fail("ValueError is for the four refusals. Let others pass.")
    except sqlite3.OperationalError as error:
        pytest.fail(
            "A transaction may be over already. Some errors roll back all, and "
            f"then ROLLBACK fails and hides the reason: {error}."
        )
    else:
        pytest.fail("Do not swallow an error. The caller has to know.")
    assert not database.in_transaction, (
        "Roll back whatever the error is. A trigger refused one of the "
        "updates, and the transaction is still open."
    )
    assert balances(database) == START, (
        "Roll back whatever the error is. SQLite has undone the statement "
        f"that failed, and no other: {balances(database)}."
    )


def test_a_commit_can_fail() -> None:
    database = bank(START)
    database.executescript(
        "PRAGMA foreign_keys = ON;"
        "CREATE TABLE owners (owner TEXT PRIMARY KEY);"
        "CREATE TABLE receipts (owner TEXT REFERENCES owners"
        " DEFERRABLE INITIALLY DEFERRED);"
        "CREATE TRIGGER receipt AFTER UPDATE ON accounts"
        " BEGIN INSERT INTO receipts VALUES (NEW.owner); END;"
    )
    try:
        transfer(database, "ada", "bob", 100)
    except sqlite3.IntegrityError:
        pass
    except ValueError:
        pytest.fail(
            "ValueError is for the four refusals. Ask each UPDATE for its own "
            "rowcount: total_changes counts what a trigger writes, too."
        )
    else:
        pytest.fail(
            "COMMIT can fail. Here a deferred constraint was violated, and the "
            "caller has to know."
        )
    assert not database.in_transaction, (
        "COMMIT can fail. Here a deferred constraint was violated, and the "
        "transaction is still open: roll it back."
    )
    assert balances(database) == START, (
        "COMMIT can fail. After one that did, nothing has changed."
    )


class Scene(sqlite3.Connection):
    """A connection to which something happens between two statements."""

    interrupted = False  # by its user, at the second UPDATE
    meanwhile = ""  # what another client does after a look outside
    updates, looked, open_between = 0, False, False

    def cursor(self, *_: object) -> sqlite3.Cursor:  # type: ignore[override]
        return Watched(self)

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self.cursor().execute(sql, *values)  # type: ignore[arg-type]

    def before(self, sql: str) -> None:
        verb = sql.split()[0].upper()
        if verb == "SELECT":
            self.looked |= not self.in_transaction
        elif self.looked and self.meanwhile:
            statement, self.meanwhile = self.meanwhile, ""
            self.execute(statement)
        self.updates += verb == "UPDATE"
        if self.interrupted and verb == "UPDATE" and self.updates == 2:
            self.open_between = self.in_transaction
            raise KeyboardInterrupt


class Watched(sqlite3.Cursor):
    """A cursor that tells its connection first what it will do."""

    def execute(self, sql: str, *values: object) -> Self:
        if isinstance(self.connection, Scene):
            self.connection.before(sql)
        return super().execute(sql, *values)  # type: ignore[arg-type]


def scene() -> Scene:
    database = sqlite3.connect(":memory:", isolation_level=None, factory=Scene)
    database.execute(
        "CREATE TABLE accounts (owner TEXT PRIMARY KEY, balance INTEGER)"
    )
    database.executemany("INSERT INTO accounts VALUES (?, ?)", START.items())
    return database


def test_an_interruption_between_the_halves_undoes_the_first() -> None:
    database = scene()
    database.interrupted = True
    with contextlib.suppress(KeyboardInterrupt):
        transfer(database, "ada", "bob", 100)
    assert not database.in_transaction, (
        "An interruption is no Exception. KeyboardInterrupt came between "
        "the updates, and the transaction is still open."
    )
    assert sum(balances(database).values()) == 600, (
        "An interruption is no Exception. KeyboardInterrupt came between "
        "the updates, and half of the transfer was committed."
    )
    assert database.updates < 2 or database.open_between, (
        "After a power cut nobody pays back. Between the updates no "
        "transaction was open, so the first half was committed by itself."
    )


@pytest.mark.parametrize(
    ("meanwhile", "left"),
    [
        (
            "UPDATE accounts SET balance = 20 WHERE owner = 'ada'",
            {"ada": 20, "bob": 100, "cyd": 0},
        ),
        ("DELETE FROM accounts WHERE owner = 'bob'", {"ada": 500, "cyd": 0}),
    ],
)
def test_a_look_before_the_transaction_decides_nothing(
    meanwhile: str, left: dict[str, int]
) -> None:
    database = scene()
    database.meanwhile = meanwhile
    refused = False
    try:
        transfer(database, "ada", "bob", 100)
    except ValueError:
        refused = True
    # Who reads nothing before BEGIN leaves no gap for another client.
    assert not database.looked or (refused and balances(database) == left), (
        "What was read before BEGIN may be out of date. Another client did "
        f"this after your SELECT: {meanwhile}. The balances are now "
        f"{balances(database)}. Ask in the transaction, or guard the UPDATE."
    )


def test_no_sequence_of_transfers_changes_the_sum() -> None:
    random = Random(1)
    database, model = bank(START), dict(START)
    for _ in range(500):
        payer, payee = random.choices(["ada", "bob", "cyd", "eve"], k=2)
        amount = random.randint(-50, 300)
        try:
            transfer(database, payer, payee, amount)
        except ValueError:
            pass
        else:
            model[payer] -= amount
            model[payee] += amount
        assert balances(database) == model, (
            f"Balances follow the transfers that returned. After {amount} "
            f"from {payer} to {payee} they are {balances(database)}, and "
            f"should be {model}."
        )
