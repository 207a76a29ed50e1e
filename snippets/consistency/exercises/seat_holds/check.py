"""Guests hold, pay late, give back and ask again; a seat is sold once."""

import sqlite3
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from solution import HOLD, TABLES, hold, release, sell


class Connection(sqlite3.Connection):
    """One that lets others act before a statement."""

    other: Callable[[], object] | None = None
    other_after = 0

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.other is not None and not self.in_transaction:
            self.other_after -= 1
            if self.other_after < 0:
                other, self.other = self.other, None
                other()
        return super().execute(sql, *values)


def hall(*seats: str) -> Connection:
    opened = sqlite3.connect(
        ":memory:", isolation_level=None, factory=Connection
    )
    opened.executescript(TABLES)
    for seat in seats or ("12A",):
        opened.execute("INSERT INTO seats (seat) VALUES (?)", (seat,))
    return opened


def held(database: Connection, now: int, seat: str = "12A") -> int:
    """A hold, where there has to be one."""
    number = hold(database, seat, now)
    assert number is not None, (
        f"A seat that is neither sold nor held can be held, at {now} s."
    )
    assert not database.in_transaction, "Commit, or nobody else sees it."
    return number


def sold_to(database: Connection, seat: str = "12A") -> str | None:
    [[guest]] = database.execute(
        "SELECT sold_to FROM seats WHERE seat = ?", (seat,)
    ).fetchall()
    return guest and str(guest)


def test_a_hold_keeps_others_out_for_its_time() -> None:
    database = hall("12A", "12B")
    held(database, 100)
    for now in (100, 101, 99 + HOLD):
        assert hold(database, "12A", now) is None, (
            f"Nobody else holds it before its end: from 100 s on, asked {now}."
        )
    held(database, 101, "12B")
    assert hold(database, "12A", 100 + HOLD) is not None, (
        f"At `until` a hold has ended. At {100 + HOLD} s the seat is free."
    )


def test_a_sale() -> None:
    database = hall("12A", "12B")
    number = held(database, 10)
    assert sell(database, "12A", number, "ada"), "Ada held it, and has paid."
    assert sold_to(database) == "ada", "The seat says whose it is."
    assert sold_to(database, "12B") is None, "The next seat is another one."
    assert sell(database, "12A", number, "ada"), (
        "Who asks again, because the answer was lost, has the seat."
    )
    for now in (11, 10 + HOLD, 9 * HOLD):
        assert hold(database, "12A", now) is None, (
            "A seat that is sold is not held again. Its hold may have ended: "
            f"asked at {now} s."
        )
    assert not sell(database, "12A", number, "bob"), (
        "One seat, one guest. Ada has it, and bob was told yes."
    )
    assert sold_to(database) == "ada", "One seat, one guest. It was ada's."


def test_a_sale_needs_a_hold() -> None:
    database = hall()
    assert not sell(database, "12A", 7, "bob"), (
        "Hold 7 was never given out, so nobody can buy by it."
    )
    assert sold_to(database) is None, "Nothing is sold without a hold."


def test_a_late_payment() -> None:
    database = hall()
    number = held(database, 10)
    assert sell(database, "12A", number, "ada"), "Nobody came in between."
    database = hall()
    number = held(database, 10)
    later = held(database, 10 + HOLD)
    assert not sell(database, "12A", number, "ada"), (
        "The number of the last hold decides. Ada's has ended, and bob holds "
        "the seat."
    )
    assert sell(database, "12A", later, "bob"), (
        "Bob has the last hold, so the seat is his."
    )


def test_a_hold_that_is_given_back() -> None:
    database = hall()
    number = held(database, 10)
    release(database, "12A", number)
    assert not database.in_transaction, "Commit, or nobody else sees it."
    second = held(database, 11)
    assert second != number, (
        f"No number comes twice. Who had hold {number} before could buy."
    )
    assert not sell(database, "12A", number, "ada"), (
        "The number of the last hold decides, and ada gave hers back."
    )
    release(database, "12A", number)
    assert hold(database, "12A", 12) is None, (
        "Only the last hold can be given back. Ada gave hers back twice, and "
        "bob holds the seat."
    )
    release(database, "12A", second)
    third = held(database, 12)
    assert len({number, second, third}) == 3, "No number comes twice."


def test_given_back_in_the_same_second() -> None:
    database = hall()
    numbers = []
    for _ in range(3):
        numbers.append(held(database, 5))
        release(database, "12A", numbers[-1])
    assert len(set(numbers)) == 3, (
        f"A clock gives two holds one number. All at 5 s: {numbers}."
    )


def test_given_back_means_not_sold() -> None:
    database = hall()
    number = held(database, 10)
    release(database, "12A", number)
    assert not sell(database, "12A", number, "ada"), (
        "What was given back is not sold by the same hold."
    )
    number = held(database, 11)
    sell(database, "12A", number, "bob")
    release(database, "12A", number)
    assert sold_to(database) == "bob", (
        "A seat that is sold stays sold. Bob's hold was given back after it."
    )
    assert hold(database, "12A", 2 * HOLD) is None, (
        "A seat that is sold stays sold, so nobody can hold it."
    )


@pytest.mark.parametrize("statements", range(4))
@pytest.mark.parametrize("later", [10, HOLD + 10])
def test_two_at_once(statements: int, later: int) -> None:
    database = hall()
    numbers = list[int | None]()
    database.other = lambda: numbers.append(hold(database, "12A", later))
    database.other_after = statements
    first = hold(database, "12A", 10)
    numbers.append(first)
    database.other = None
    got = [number for number in numbers if number is not None]
    if later == 10:
        assert len(got) == 1, (
            "Two servers at once: one of them holds the seat. What you looked "
            f"at may be gone by the next statement. Both were told {numbers}."
        )
    assert len(set(got)) == len(got), (
        "Two holds have one number. The statement that writes has to say it: "
        f"{numbers}."
    )
    done = [sell(database, "12A", n, f"guest {i}") for i, n in enumerate(got)]
    assert sum(done) == 1, f"One seat, one guest. Told yes: {done}."


@pytest.mark.parametrize("statements", range(4))
def test_a_hold_between_payment_and_sale(statements: int) -> None:
    database = hall()
    number = held(database, 10)
    later = list[int | None]()
    database.other = lambda: later.append(hold(database, "12A", 10 + HOLD))
    database.other_after = statements
    told = {"ada": sell(database, "12A", number, "ada")}
    database.other = None
    if later and later[0] is not None:
        told["bob"] = sell(database, "12A", later[0], "bob")
    assert told in ({"ada": True}, {"ada": False, "bob": True}), (
        "Compare the number in the statement that sells. Another server gave "
        f"the seat to bob in between. Told yes: {told}."
    )


@pytest.mark.parametrize("statements", range(4))
def test_a_late_sale_while_another_holds(statements: int) -> None:
    database = hall()
    number = held(database, 10)
    told = list[bool]()
    database.other = lambda: told.append(sell(database, "12A", number, "ada"))
    database.other_after = statements
    later = hold(database, "12A", 10 + HOLD)
    database.other = None
    assert told != [True] or later is None, (
        "Look in the statement that holds. Ada's late payment has bought the "
        f"seat in between, and bob was told hold {later}."
    )


@pytest.mark.parametrize("statements", range(4))
def test_a_hold_while_another_gives_back(statements: int) -> None:
    database = hall()
    number = held(database, 10)
    later = list[int | None]()
    database.other = lambda: later.append(hold(database, "12A", 10 + HOLD))
    database.other_after = statements
    release(database, "12A", number)
    database.other = None
    if later and later[0] is not None:
        assert hold(database, "12A", 11 + HOLD) is None, (
            "Compare the number in the statement that gives back. Bob's hold "
            "had begun in between, and was ended."
        )


def test_a_long_day() -> None:
    rng = Random(1)
    seats = [f"{row}A" for row in range(1, 6)]
    database = hall(*seats)
    last = dict.fromkeys(seats, 0)
    until = dict.fromkeys(seats, 0)
    owner = dict[str, str]()
    given = list[tuple[str, int, str]]()
    for step in range(2_000):
        now, seat = 10 + step * 30, rng.choice(seats)
        match rng.choice(["hold", "hold", "hold", "sell", "release"]):
            case "hold":
                number = hold(database, seat, now)
                free = seat not in owner and until[seat] <= now
                assert (number is not None) == free, (
                    "A seat that is neither sold nor held can be held."
                )
                if number is not None:
                    last[seat], until[seat] = number, now + HOLD
                    given.append((seat, number, f"guest {step}"))
            case "sell" if given and rng.random() < 0.02:
                seat, number, guest = rng.choice(given[-20:])
                may = seat not in owner and last[seat] == number
                may = may or owner.get(seat) == guest
                assert sell(database, seat, number, guest) == may, (
                    "The number of the last hold decides."
                )
                if may:
                    owner[seat] = guest
            case "release" if given:
                seat, number, _ = rng.choice(given[-5:])
                release(database, seat, number)
                if seat not in owner and last[seat] == number:
                    last[seat], until[seat] = -1, 0
    for seat in seats:
        assert sold_to(database, seat) == owner.get(seat), "As was told."
