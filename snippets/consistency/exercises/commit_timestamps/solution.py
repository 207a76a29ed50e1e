"""Timestamps of commits that agree with real time, by uncertain clocks."""

from collections.abc import Callable


class Leader:
    """A server that gives out timestamps, in whole microseconds.

    `now` says between which two times the true one is: (earliest, latest).
    How far they are apart may change. `wait` lets microseconds pass.
    """

    def __init__(
        self, now: Callable[[], tuple[int, int]], wait: Callable[[int], None]
    ) -> None:
        """Begin with nothing given out."""
        self._now, self._wait = now, wait
        # BEGIN SOLUTION
        self._last = 0
        # END SOLUTION

    def prepare(self) -> int:
        """Promise, as one server of several, to commit no earlier than this.

        Not in the past on any clock, and above all that this leader has given
        out. Nobody is answered yet.
        """
        # BEGIN SOLUTION
        _, latest = self._now()
        self._last = max(latest, self._last + 1)
        return self._last
        # STARTER
        # earliest, latest = self._now()
        # return (earliest + latest) // 2
        # END SOLUTION

    def commit(self, prepared: list[int]) -> int:
        """The timestamp, given back when the client may be answered.

        Above all that this leader has given out, and no lower than what
        others have prepared. No longer than needed.
        """
        # BEGIN SOLUTION
        _, latest = self._now()
        self._last = max(latest, self._last + 1, *prepared)
        timestamp = self._last
        while (earliest := self._now()[0]) <= timestamp:
            self._wait(timestamp + 1 - earliest)
        return timestamp
        # STARTER
        # earliest, latest = self._now()
        # return max((earliest + latest) // 2, *prepared)
        # END SOLUTION
