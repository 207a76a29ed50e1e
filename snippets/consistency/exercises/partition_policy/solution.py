"""A store that decides per operation what a partition costs."""

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

    # BEGIN SOLUTION
    def _is_majority(self, reached: list[Replica]) -> bool:
        return 2 * len(reached) > len(self._replicas)

    # END SOLUTION

    def write(self, at: int, value: str) -> bool:
        """Write at a replica, or change nothing; whether it was written."""
        # BEGIN SOLUTION
        reached = self._reached(at)
        if not self._is_majority(reached):
            return False
        version = 1 + max(replica.version for replica in reached)
        for replica in reached:
            replica.value, replica.version = value, version
        return True
        # STARTER
        # replica = self._replicas[at]
        # replica.value, replica.version = value, replica.version + 1
        # return True
        # END SOLUTION

    def read(self, at: int) -> str | None:
        """What was written last, or None if that can't be known here."""
        # BEGIN SOLUTION
        reached = self._reached(at)
        if not self._is_majority(reached):
            return None
        return max(reached, key=lambda replica: replica.version).value
        # STARTER
        # return self._replicas[at].value
        # END SOLUTION

    def peek(self, at: int) -> str:
        """The newest value that is known here, always."""
        # BEGIN SOLUTION
        reached = self._reached(at)
        return max(reached, key=lambda replica: replica.version).value
        # STARTER
        # return self._replicas[at].value
        # END SOLUTION

    def tag(self, at: int, word: str) -> None:
        """Add a tag, always."""
        # BEGIN SOLUTION
        for replica in self._reached(at):
            replica.tags.add(word)
        # STARTER
        # self._replicas[at].tags.add(word)
        # END SOLUTION

    def tags(self, at: int) -> set[str]:
        """The tags that are known here, always."""
        # BEGIN SOLUTION
        return set.union(*(replica.tags for replica in self._reached(at)))
        # STARTER
        # return set(self._replicas[at].tags)
        # END SOLUTION

    def mend(self) -> None:
        """All reach all again, and no tag is missing anywhere."""
        # BEGIN SOLUTION
        self._cut_off = set()
        known = set.union(*(replica.tags for replica in self._replicas))
        for replica in self._replicas:
            replica.tags = set(known)
        # STARTER
        # self._cut_off = set()
        # END SOLUTION
