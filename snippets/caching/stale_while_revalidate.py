"""Stale-while-revalidate: old copies answer while one refresh is in flight.

Whoever starts a refresh calls `stored` or `failed` later.

Time: O(1) per request. Space: O(keys); drop copies that no window covers.
Source: RFC 5861 section 3 (stale-while-revalidate), section 4
(stale-if-error), https://www.rfc-editor.org/rfc/rfc5861
"""

from dataclasses import dataclass

MAX_AGE = 60.0  # seconds; the two windows begin after it
WHILE_REVALIDATE, IF_ERROR = 30.0, 300.0


@dataclass(slots=True)
class Key:
    """One key: when its copy was stored, and what its refreshes do."""

    stored_at: float
    in_flight: bool = False
    last_failed: bool = False
    started: int = 0

    def get(self, now: float) -> str:
        """`fresh`, `stale`, or `wait` for the refresh in flight."""
        age = now - self.stored_at
        if age < MAX_AGE:
            return "fresh"
        if not self.in_flight:
            self.in_flight = True
            self.started += 1  # in the background, for all
        window = max(WHILE_REVALIDATE, IF_ERROR if self.last_failed else 0.0)
        return "stale" if age < MAX_AGE + window else "wait"

    def stored(self, now: float) -> None:
        """The refresh in flight has brought a new copy."""
        self.stored_at, self.in_flight, self.last_failed = now, False, False

    def failed(self) -> None:
        """The refresh in flight has ended in an error."""
        self.in_flight, self.last_failed = False, True


if __name__ == "__main__":
    key = Key(stored_at=0.0)
    print("  at   1,000 requests get   refreshes started so far")
    for now, event in [
        (59, ""),
        (60, ""),
        (89, ""),
        (90, "the refresh fails"),
        (359, "the next one too"),
        (360, "the origin is back"),
        (361, ""),
    ]:
        got = "/".join({key.get(now): 0 for _ in range(1_000)})
        print(f"{now:3} s   {got:20}{key.started:2}  {event}".rstrip())
        if event:
            key.stored(now + 1) if "back" in event else key.failed()
