"""Nobody is on call."""

from collections.abc import Generator
from dataclasses import dataclass


@dataclass(frozen=True)
class Begin:
    """`BEGIN` at "read committed", "repeatable read" or "serializable"."""

    level: str


@dataclass(frozen=True)
class Select:
    """`SELECT name FROM doctors WHERE on_call`, perhaps `FOR UPDATE`."""

    for_update: bool = False


@dataclass(frozen=True)
class GoOff:
    """`UPDATE doctors SET on_call = false WHERE name = …`."""

    name: str


@dataclass(frozen=True)
class Commit:
    """`COMMIT`."""


@dataclass(frozen=True)
class Tell:
    """A mail to the ward: "I have left". Nothing takes it back."""


class SerializationError(Exception):
    """SQLSTATE 40001: the transaction has been rolled back."""


Statement = Begin | Select | GoOff | Commit | Tell


def leave(me: str) -> Generator[Statement, list[str], None]:
    """The statements of `me`, who leaves if somebody else stays.

    `yield Select()` gives the names. Any statement may raise
    SerializationError, which is passed on if it comes again and again.
    """
    for attempt in range(8):
        try:
            yield Begin("serializable")
            others = [name for name in (yield Select()) if name != me]
            yield Commit()
            if others:
                yield Begin("serializable")
                yield GoOff(me)
                yield Commit()
                yield Tell()
        except SerializationError:
            if attempt == 7:
                raise
        else:
            return
