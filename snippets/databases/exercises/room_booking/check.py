"""Every order of two bookings, and many of three, on a small PostgreSQL."""

import random
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

import pytest
from solution import (
    Begin,
    Bookings,
    Commit,
    Insert,
    Lock,
    Rollback,
    Statement,
    book,
)

ROOMS = ["blue", "green", "red"]
LIMIT = 1_000  # statements of one run
type Request = tuple[list[str], int, int]
type Client = Generator[Statement, list[tuple[int, int]], bool]


@dataclass(eq=False)
class Row:
    """A booking, and what its transaction knew when it was inserted."""

    room: str
    start: int
    stop: int
    by: str = ""
    why: str = ""

    def overlaps(self, other: "Row") -> bool:
        return (
            self.room == other.room
            and self.start < other.stop
            and other.start < self.stop
        )


@dataclass(eq=False)
class Open:
    """A transaction that runs."""

    level: str
    sees: list[Row] | None = None  # a snapshot, from the first statement on
    locks: set[object] = field(default_factory=set)
    looked: dict[str, bool] = field(default_factory=dict)  # under the lock?
    seen: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class House:
    """Read committed and repeatable read as in PostgreSQL."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.open: dict[str, Open] = {}
        self.locked: set[tuple[str, str]] = set()  # by whom, ever
        self.held_back = False

    def execute(
        self, me: str, statement: Statement
    ) -> list[tuple[int, int]] | None:
        """The answer; None if the statement has to wait."""
        if isinstance(statement, Begin):
            assert statement.level in ("read committed", "repeatable read"), (
                "Only these two levels here: what others do at read committed, "
                "serializable would not watch."
            )
            assert me not in self.open, (
                "Commit before the next BEGIN: the connection has a "
                "transaction open."
            )
            self.open[me] = Open(statement.level)
            return []
        assert me in self.open, (
            "A statement outside BEGIN and COMMIT is a transaction of its own. "
            f"{statement} would keep no lock, and no rollback undoes it."
        )
        mine = self.open[me]
        if mine.sees is None or mine.level == "read committed":
            mine.sees = [*self.rows]
        match statement:
            case Commit():
                self.rows += mine.rows
                del self.open[me]
            case Rollback():
                del self.open[me]
            case Lock(room):
                if not self.lock(me, set[object]({room} & {*ROOMS})):
                    return None
                self.locked.add((me, room))
            case Bookings(room, for_update):
                found = [r for r in mine.sees + mine.rows if r.room == room]
                if for_update and not self.lock(me, set[object](found)):
                    return None
                mine.looked[room] = room in mine.locks
                mine.seen += found
                return sorted((row.start, row.stop) for row in found)
            case Insert(room, start, stop):
                row = Row(room, start, stop, me)
                row.why = self.reason(me, row)
                mine.rows.append(row)
        return []

    def lock(self, me: str, wanted: set[object]) -> bool:
        """Whether these rows could be locked."""
        mine = self.open[me]
        held = {
            row
            for other in self.open.values()
            if other is not mine
            for row in other.locks
        }
        if wanted & held:
            self.held_back = True
            return False
        mine.locks |= wanted
        return True

    def reason(self, me: str, row: Row) -> str:
        """What would let another booking overlap; empty if nothing would."""
        mine, room = self.open[me], row.room
        if any(row.overlaps(other) for other in mine.seen):
            return (
                "Two bookings overlap if each begins before the other ends. "
                "The beginning alone does not tell: 8 to 12 holds 9 to 11."
            )
        if room not in mine.locks and (me, room) in self.locked:
            return (
                "A lock ends with its transaction. Between that commit and the "
                "insert somebody else has booked."
            )
        if room not in mine.locks and mine.locks & {*ROOMS}:
            return (
                "Each room that decides has to be locked. One of several holds "
                "back only those who want that one."
            )
        if room not in mine.locks:
            return (
                "Nothing made the second one wait. Both looked before either "
                "had inserted; FOR UPDATE on bookings locks those that are "
                "found, and of a free room none is."
            )
        if mine.level == "repeatable read" and mine.looked.get(room):
            return (
                "The snapshot is older than the lock. At repeatable read it is "
                "taken before the wait, and shows nothing that was committed "
                "meanwhile."
            )
        if mine.looked.get(room):
            return ""
        return (
            "Lock first, then look. What was read before the lock may be old "
            "by the time you have it."
        )


class Run:
    """Bookings at the same time, in one order of their steps."""

    def __init__(self, requests: list[Request], rows: list[Row]) -> None:
        self.house = House([*rows])
        self.names = ["ada", "bob", "cyd"][: len(requests)]
        self.requests = dict(zip(self.names, requests, strict=True))
        self.clients = {
            name: book([*rooms], start, stop)
            for name, (rooms, start, stop) in self.requests.items()
        }
        self.next: dict[str, Statement] = {}
        self.waits: set[str] = set()
        self.answers: dict[str, bool] = {}
        self.steps: list[str] = []
        for me in self.names:
            self.go_on(me, lambda client: next(client))

    def go_on(self, me: str, how: Callable[[Client], Statement]) -> None:
        """Let the client run to its next statement, or to its end."""
        self.next.pop(me, None)
        try:
            self.next[me] = how(self.clients[me])
        except StopIteration as end:
            self.answers[me] = end.value
            assert me not in self.house.open, (
                "End the transaction on every path. This one returns without "
                "COMMIT or ROLLBACK: its locks stay, and others wait. "
                f"{self}"
            )

    def runnable(self) -> list[str]:
        return [me for me in self.next if me not in self.waits]

    def step(self, me: str) -> None:
        """Take the next statement of `me`."""
        statement = self.next[me]
        self.steps.append(f"{me}: {statement}")
        assert len(self.steps) < LIMIT, f"This goes on for ever. {self}"
        answer = self.house.execute(me, statement)
        if answer is None:
            self.steps[-1] += " waits"
            self.waits.add(me)
            return
        rows = answer
        self.go_on(me, lambda client: client.send(rows))
        if isinstance(statement, Commit | Rollback):
            self.waits.clear()  # they look again

    def __str__(self) -> str:
        asked = "; ".join(
            f"{me} wants {' and '.join(rooms)} from {start} to {stop}"
            for me, (rooms, start, stop) in self.requests.items()
        )
        return f"{asked}. The order was:\n    " + "\n    ".join(self.steps)


def orders(requests: list[Request]) -> Iterator[Run]:
    """Every order of their steps, played to its end."""
    todo: list[list[str]] = [[]]
    while todo:
        planned = todo.pop()
        run, taken = Run(requests, []), list[str]()
        while ready := run.runnable():
            if len(taken) < len(planned):
                me = planned[len(taken)]
            else:
                me, *others = ready
                todo += [[*taken, other] for other in others]
            taken.append(me)
            run.step(me)
        yield run


def drawn(requests: list[Request], number: int) -> Iterator[Run]:
    """Some orders, drawn at random."""
    rng = random.Random(number)
    for _ in range(number):
        run = Run(requests, [])
        while ready := run.runnable():
            run.step(rng.choice(ready))
        yield run


def alone(request: Request, *rows: Row) -> Run:
    """A booking while nobody else books."""
    run = Run([request], [*rows])
    while run.runnable():
        run.step("ada")
    judge(run)
    return run


def judge(run: Run) -> None:
    rows = run.house.rows
    for number, row in enumerate(rows):
        for late in rows[number + 1 :]:
            assert not row.overlaps(late), (
                f"{late.why or row.why} The {row.room} room is booked twice at "
                f"one time. {run}"
            )
    assert not run.next, (
        "They wait for each other. PostgreSQL ends one of them with 40P01: who "
        f"locks several rooms locks them in the same order as others. {run}"
    )
    for me, (rooms, start, stop) in run.requests.items():
        own = sorted(
            (row.room, row.start, row.stop) for row in rows if row.by == me
        )
        named = ", ".join(f"{room} {a} to {b}" for room, a, b in own)
        if run.answers[me]:
            assert own == [(room, start, stop) for room in sorted(rooms)], (
                f"What is answered is what is booked. {me} was told yes and "
                f"has {named or 'nothing'}. {run}"
            )
            continue
        assert not own, (
            "All rooms or none. A booking that can't be had as a whole leaves "
            f"no row, and {me} was told no and has {named}. {run}"
        )
        assert any(
            Row(room, start, stop).overlaps(row)
            for room in rooms
            for row in rows
        ), f"Who can have the rooms gets them. {me} was refused in vain. {run}"


def test_a_free_room_is_booked() -> None:
    run = alone((["red"], 9, 11))
    assert run.answers["ada"], "A free room can be booked."


@pytest.mark.parametrize("hours", [(8, 10), (10, 12), (8, 12), (9, 10)])
def test_hours_that_overlap(hours: tuple[int, int]) -> None:
    run = alone((["red"], *hours), Row("red", 9, 11))
    assert not run.answers["ada"], f"The red room is taken from 9 to 11. {run}"


@pytest.mark.parametrize("hours", [(7, 9), (11, 12)])
def test_hours_that_touch(hours: tuple[int, int]) -> None:
    run = Run([(["red"], *hours)], [Row("red", 9, 11)])
    while run.runnable():
        run.step("ada")
    assert run.answers["ada"], (
        "A booking ends just before the next one begins. Before 9 and from 11 "
        "on the room is free."
    )


@pytest.mark.parametrize("hours", [(9, 10), (11, 12), (13, 14)])
def test_each_booking_of_the_room(hours: tuple[int, int]) -> None:
    taken = [Row("red", hour, hour + 1) for hour in (9, 11, 13)]
    run = Run([(["red"], *hours)], taken)
    while run.runnable():
        run.step("ada")
    assert not run.answers["ada"], (
        "Each booking of the room counts. It has three, and one look at the "
        f"first or the last of them is not enough. {run}"
    )


def test_another_room() -> None:
    run = alone((["blue"], 9, 11), Row("red", 9, 11))
    assert run.answers["ada"], "The blue room is free while the red one is not."


def test_all_rooms_or_none() -> None:
    run = alone((["blue", "red"], 9, 11), Row("red", 9, 11))
    assert not run.answers["ada"], "Only one of the two rooms is free."


def test_two_in_every_order() -> None:
    for run in orders([(["red"], 9, 11), (["red"], 10, 12)]):
        judge(run)


def test_two_who_want_several_rooms() -> None:
    for run in drawn([(["blue", "red"], 9, 11), (["red", "blue"], 8, 12)], 300):
        judge(run)


def test_three_of_whom_one_wants_all_rooms() -> None:
    wanted: list[Request] = [
        (["green", "red"], 9, 11),
        (["red"], 10, 12),
        (ROOMS[::-1], 11, 13),
    ]
    for run in drawn(wanted, 200):
        judge(run)


def test_different_rooms_do_not_wait() -> None:
    for run in drawn([(["blue"], 9, 11), (["red"], 9, 11)], 50):
        judge(run)
        assert not run.house.held_back, (
            "Different rooms have nothing to decide together. A lock on all of "
            f"them makes the house as slow as one room. {run}"
        )
