"""Each decided by a count that the other was about to change."""

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
    """Tries the write again, by what it read in the first try."""
    others: list[str] | None = None
    for _ in range(8):
        try:
            yield Begin("serializable")
            if others is None:
                others = [name for name in (yield Select()) if name != me]
            if others:
                yield GoOff(me)
            yield Commit()
        except SerializationError:
            continue
        if others:
            yield Tell()
        return
    raise SerializationError("gave up")
