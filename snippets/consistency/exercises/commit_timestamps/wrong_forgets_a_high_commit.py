"""A commit as high as a prepare of others is given out, too."""

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
        self._last = 0

    def prepare(self) -> int:
        """Promise, as one server of several, to commit no earlier than this.

        Above all that this leader has given out. Nobody is answered yet.
        """
        _, latest = self._now()
        self._last = max(latest, self._last + 1)
        return self._last

    def commit(self, prepared: list[int]) -> int:
        """The timestamp, given back when the client may be answered.

        Above all that this leader has given out, and no lower than what
        others have prepared. No longer than needed.
        """
        _, latest = self._now()
        self._last = max(latest, self._last + 1)
        timestamp = max([self._last, *prepared])
        while (earliest := self._now()[0]) <= timestamp:
            self._wait(timestamp + 1 - earliest)
        return timestamp
