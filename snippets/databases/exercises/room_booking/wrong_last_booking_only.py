"""Each booking of the room counts."""

from collections.abc import Generator
from dataclasses import dataclass


@dataclass(frozen=True)
class Begin:
    """`BEGIN` at "read committed" or "repeatable read"."""

    level: str


@dataclass(frozen=True)
class Lock:
    """`SELECT … FROM rooms WHERE name = … FOR UPDATE`."""

    room: str


@dataclass(frozen=True)
class Bookings:
    """`SELECT start, stop FROM bookings WHERE room = …`, perhaps `FOR UPDATE`.

    The answer is a list of pairs, such as `[(9, 11)]` for 9 to 11 o'clock.
    """

    room: str
    for_update: bool = False


@dataclass(frozen=True)
class Insert:
    """`INSERT INTO bookings VALUES (room, start, stop)`."""

    room: str
    start: int
    stop: int


@dataclass(frozen=True)
class Commit:
    """`COMMIT`."""


@dataclass(frozen=True)
class Rollback:
    """`ROLLBACK`."""


Statement = Begin | Lock | Bookings | Insert | Commit | Rollback


def book(
    rooms: list[str], start: int, stop: int
) -> Generator[Statement, list[tuple[int, int]], bool]:
    """Book all of these rooms; whether it could be done.

    A booking lasts until just before `stop`, so the next one may begin then.
    """
    yield Begin("read committed")
    for room in sorted(rooms):
        yield Lock(room)
    for room in rooms:
        for begins, ends in (yield Bookings(room))[-1:]:
            if start < ends and begins < stop:
                yield Rollback()
                return False
    for room in rooms:
        yield Insert(room, start, stop)
    yield Commit()
    return True
