"""Consensus: a log, compare-and-set and one decision are made of each other.

The log stands for total order broadcast: all replicas get the same entries in
the same order. A register with compare-and-set is a replay of it, and a log is
one such register per slot.
Time: O(1) per entry that is replayed. Space: O(entries).
Source: Herlihy, "Wait-free synchronization", ACM TOPLAS 13(1), 1991,
https://doi.org/10.1145/114005.102808
"""

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


def replay(log: list[tuple[str, str | None, str]]) -> dict[str, bool]:
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
    wishes: list[tuple[str, str | None, str]] = [
        ("ada", None, "seat of ada"),
        ("bob", None, "seat of bob"),
    ]
    print("replicas that see one order:  ", replay(wishes), replay(wishes))
    print(
        "each in the order of arrival: ", replay(wishes), replay(wishes[::-1])
    )
    log = Log()
    for entry in ["ada sits", "bob sits", "ada leaves"]:
        print(f"slot {log.append(entry)}: {entry}")
