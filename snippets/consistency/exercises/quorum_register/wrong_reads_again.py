"""Return what you have written back, and not what you heard since."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A value, with the number of its write and the name of its writer."""

    number: int = 0
    writer: str = ""
    value: str = ""


class Replica:
    """Keeps the highest entry that it was told."""

    def __init__(self) -> None:
        self.entry = Entry()
        self.reachable = True

    def ask(self) -> Entry | None:
        """What it holds, or None if no answer comes."""
        return self.entry if self.reachable else None

    def tell(self, entry: Entry) -> bool:
        """Whether it has confirmed that it holds the entry, or a higher one."""
        if not self.reachable:
            return False
        self.entry = max(self.entry, entry)
        return True


class Client:
    """Writes and reads by majorities. Clients have different names."""

    def __init__(self, name: str, replicas: Sequence[Replica]) -> None:
        self._name = name
        self._replicas = replicas
        self._number = 0

    def write(self, value: str) -> bool:
        """True if it is done; False if that is unknown."""
        newest = self._ask()
        if newest is None:
            return False
        self._number = max(self._number, newest.number) + 1
        return self._tell(Entry(self._number, self._name, value))

    def read(self) -> str | None:
        """The value, or None if it can't be known."""
        newest = self._ask()
        if newest is None or not self._tell(newest):
            return None
        newest = self._ask()
        return None if newest is None else newest.value

    def _ask(self) -> Entry | None:
        """The highest entry of a majority, or None without a majority."""
        asked = [replica.ask() for replica in self._replicas]
        answers = [entry for entry in asked if entry is not None]
        if 2 * len(answers) <= len(self._replicas):
            return None
        return max(answers)

    def _tell(self, entry: Entry) -> bool:
        """Whether a majority has confirmed it."""
        told = [replica.tell(entry) for replica in self._replicas]
        return 2 * sum(told) > len(self._replicas)
