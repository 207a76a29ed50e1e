"""tags shows all that its side has, and not only its own copy."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Replica:
    """A copy of one value, with the number of its write, and some tags."""

    value: str = ""
    version: int = 0
    tags: set[str] = field(default_factory=set)


class Store:
    """Replicas that reach each other, but not across a cut."""

    def __init__(self, replicas: int) -> None:
        self._replicas = [Replica() for _ in range(replicas)]
        self._cut_off: set[int] = set()

    def cut(self, *numbers: int) -> None:
        """From now on these replicas reach one another, and the rest itself."""
        self._cut_off = set(numbers)

    def _reached(self, at: int) -> list[Replica]:
        """The replicas that `at` reaches, itself among them."""
        side = at in self._cut_off
        return [
            replica
            for number, replica in enumerate(self._replicas)
            if (number in self._cut_off) == side
        ]

    def _is_majority(self, reached: list[Replica]) -> bool:
        return 2 * len(reached) > len(self._replicas)

    def write(self, at: int, value: str) -> bool:
        """Write at a replica, or change nothing; whether it was written."""
        reached = self._reached(at)
        if not self._is_majority(reached):
            return False
        version = 1 + max(replica.version for replica in reached)
        for replica in reached:
            replica.value, replica.version = value, version
        return True

    def read(self, at: int) -> str | None:
        """What was written last, or None if that can't be known here."""
        reached = self._reached(at)
        if not self._is_majority(reached):
            return None
        return max(reached, key=lambda replica: replica.version).value

    def peek(self, at: int) -> str:
        """The newest value that is known here, always."""
        reached = self._reached(at)
        return max(reached, key=lambda replica: replica.version).value

    def tag(self, at: int, word: str) -> None:
        """Add a tag, always."""
        for replica in self._reached(at):
            replica.tags.add(word)

    def tags(self, at: int) -> set[str]:
        """The tags that are known here, always."""
        return set(self._replicas[at].tags)

    def mend(self) -> None:
        """All reach all again, and no tag is missing anywhere."""
        self._cut_off = set()
        known = set.union(*(replica.tags for replica in self._replicas))
        for replica in self._replicas:
            replica.tags = set(known)
