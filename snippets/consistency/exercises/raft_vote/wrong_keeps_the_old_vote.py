"""A later term frees the vote, also if who brought it is refused."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Disk:
    """What a restart does not lose."""

    term: int = 0
    voted_for: int | None = None  # in this term
    log: list[int] = field(default_factory=list)  # the term of each entry


class Voter:
    """A node; all it knows after a restart is on its disk."""

    def __init__(self, disk: Disk) -> None:
        """Start, or start again."""
        self._disk = disk

    def ask(
        self, candidate: int, term: int, last_term: int, length: int
    ) -> bool:
        """Whether the candidate gets the node's vote in this term.

        Its log has that length, and its last entry is of `last_term`; both
        are 0 if it is empty.
        """
        if term < self._disk.term:
            return False
        log = self._disk.log
        if (last_term, length) < (log[-1] if log else 0, len(log)):
            self._disk.term = max(term, self._disk.term)
            return False
        if term > self._disk.term:
            self._disk.term, self._disk.voted_for = term, None
        if self._disk.voted_for not in (None, candidate):
            return False
        self._disk.voted_for = candidate
        return True
