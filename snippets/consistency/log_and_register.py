"""Consensus: a log, compare-and-set and one decision are made of each other.

The log stands for total order broadcast: all replicas get the same entries in
the same order. A register with compare-and-set is a replay of it, and a log is
one such register per slot.
Time: O(1) per entry that is replayed. Space: O(entries).
Source: Herlihy, "Wait-free synchronization", ACM TOPLAS 13(1), 1991
"""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Register:
    """One value, set only by who knows what it holds."""

    value: str | None = None

    def compare_and_set(self, old: str | None, new: str) -> bool:
        """Whether it held `old`; then it holds `new`."""
        if self.value != old:
            return False
        self.value = new
        return True


def replay(log: Sequence[tuple[str, str | None, str]]) -> dict[str, bool]:
    """Who succeeds, by a log of (who, old, new): alike at each replica."""
    register = Register()
    return {who: register.compare_and_set(old, new) for who, old, new in log}


@dataclass(slots=True)
class Log:
    """A log of registers: each slot is decided once."""

    slots: list[Register] = field(default_factory=list)

    def append(self, entry: str) -> int:
        """The slot that the entry has got: the first that it can decide."""
        for slot, register in enumerate(self.slots):
            if register.compare_and_set(None, entry):
                return slot
        self.slots.append(Register(entry))
        return len(self.slots) - 1


if __name__ == "__main__":
    wishes = [("ada", None, "ada's seat"), ("bob", None, "bob's seat")]
    for name, orders in [
        ("the order of a log", [wishes, wishes]),
        ("the order of arrival", [wishes, wishes[::-1]]),
    ]:
        won = [who for log in orders for who, ok in replay(log).items() if ok]
        print(f"{name:20} replica 1: {won[0]}, replica 2: {won[1]}")
    slots = Log()
    for entry in ["ada sits", "bob sits", "ada leaves"]:
        print(f"slot {slots.append(entry)}: {entry}")
