"""The first try is no retry: it goes out even with an empty budget."""

from collections.abc import Callable
from dataclasses import dataclass, field

TRIES = 3  # of one call, at most
NEEDS = 100  # ms: what is left of them must suffice for a try
RESERVE = 50  # ms that this hop needs after an answer, for its own
PRICE = 10  # calls that pay for one retry
MOST = 100  # paid by calls, at most: ten retries


class UnavailableError(Exception):
    """A try failed; another one may succeed."""


class GaveUpError(Exception):
    """All is tried that makes sense: nobody should repeat it."""


@dataclass(slots=True)
class Clock:
    """A time in milliseconds that passes when somebody waits."""

    now: int = 0

    def sleep(self, milliseconds: int) -> None:
        """Let the time pass."""
        self.now += milliseconds


@dataclass(slots=True)
class RetryBudget:
    """What calls have paid for retries; shared by the calls of one hop."""

    saved: int = field(default=MOST)

    def earn(self) -> None:
        """A call pays 1, up to MOST."""
        self.saved = min(MOST, self.saved + 1)

    def spend(self) -> bool:
        """Whether there is enough for a retry; then its PRICE is taken."""
        if self.saved < PRICE:
            return False
        self.saved -= PRICE
        return True


def call[T](
    attempt: Callable[[int], T],
    deadline: int,
    clock: Clock,
    budget: RetryBudget,
    pause: Callable[[int], int],
) -> T:
    """The answer of a try; GaveUpError if there is none in time.

    `attempt(milliseconds)` tries once, and tells the next hop how long it
    has. `deadline` is the time at which this hop's caller stops waiting.
    `pause(n)` draws how long to wait before retry n, from 1 on.
    """
    budget.earn()
    if not budget.spend():
        raise GaveUpError("too many retries")
    tried = 0
    while True:
        left = deadline - RESERVE - clock.now
        if left < NEEDS:
            raise GaveUpError("no time for a try")
        try:
            return attempt(left)
        except UnavailableError as error:
            tried += 1
            if tried == TRIES:
                raise GaveUpError(f"tried {TRIES} times") from error
            wait = pause(tried)
            if clock.now + wait + NEEDS > deadline - RESERVE:
                raise GaveUpError("no time for a retry") from error
            if tried > 1 and not budget.spend():
                raise GaveUpError("too many retries") from error
            clock.sleep(wait)
