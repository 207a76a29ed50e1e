"""The log that was given is not the leader's to change."""


class Leader:
    """A leader that counts who has how much of its log."""

    def __init__(
        self, term: int, log: list[int], followers: list[str], committed: int
    ) -> None:
        """Lead in this term with a log, given as the term of each entry.

        So many of its entries are known to be committed already.
        """
        self._term, self._log = term, log
        self._has = dict.fromkeys(followers, 0)
        self._committed = committed

    def append(self) -> int:
        """Add an entry of the own term; returns its number, from 1 on."""
        self._log.append(self._term)
        return len(self._log)

    def acknowledge(self, who: str, number: int) -> None:
        """`who` has all entries up to this number. Only followers count."""
        if who in self._has:
            self._has[who] = max(number, self._has[who])

    def committed(self) -> int:
        """The number of the last entry that is committed, or 0."""
        numbers = sorted([len(self._log), *self._has.values()], reverse=True)
        number = numbers[len(numbers) // 2]  # a majority has it
        if number > self._committed and self._log[number - 1] == self._term:
            self._committed = number
        return self._committed
