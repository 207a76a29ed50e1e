"""A late success does not end the new row."""

from collections.abc import Callable
from dataclasses import dataclass

FAILURES = 5  # in a row: they open the breaker
REST = 30.0  # seconds for which it refuses then


class OpenError(Exception):
    """Refused: the breaker is open, nothing was called."""


@dataclass(slots=True)
class CircuitBreaker:
    """Asked before each call, told after it how it went."""

    clock: Callable[[], float]  # seconds
    _ticket: int = 0  # another one after each change of the state
    _in_a_row: int = 0  # failures, while closed
    _until: float | None = None  # when the next trial may begin; None: closed

    def enter(self) -> int:
        """A ticket for a call that may begin; OpenError if it may not."""
        if self._until is not None:
            if self.clock() < self._until:
                raise OpenError
            self._until = self.clock() + REST  # a trial: the others wait
            self._ticket += 1
        return self._ticket

    def leave(self, ticket: int, success: bool) -> None:
        """The call with this ticket has ended, well or badly."""
        if ticket != self._ticket:
            if success:
                self._in_a_row = 0
            return
        trial = self._until is not None
        self._in_a_row = 0 if success else self._in_a_row + 1
        if success and trial:
            self._until = None
            self._ticket += 1
        elif trial or self._in_a_row == FAILURES:
            self._until = self.clock() + REST
            self._in_a_row = 0
            self._ticket += 1
