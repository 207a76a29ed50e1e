"""Schedule replay: one of the 70 interleavings, followed step by step.

Numbered as words are in a dictionary, Ada before Bob: 1 and 70 are serial.
A step whose lock is held waits, and is taken as soon as the lock is free.
Time: O(n). Space: O(n).
Source: Berenson et al., 1995, section 4.2, https://arxiv.org/abs/cs/0701157
"""

from dataclasses import dataclass, field
from itertools import combinations
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf

type Rows = dict[str, int]
type Log = list[tuple[int, str, Rows]]  # whose step, what happened, rows then

Pair = Literal["On call", "Counter", "Report", "Booking"]
Level = Literal["read committed", "snapshot isolation", "serializable"]
WAITS = "waits for the lock"
PAIRS: dict[str, tuple[Rows, str, str]] = {
    "On call": ({"a": 1, "b": 1}, "read a b, write a", "read a b, write b"),
    "Counter": ({"n": 9}, "read n, write n", "read n, write n"),
    "Report": ({"x": 5, "y": 5}, "read x, read y", "read x y, write x y"),
    # 0: no such row; each looks for one, and inserts its own
    "Booking": ({"s": 0, "t": 0}, "read s t, write s", "read s t, write t"),
}
ORDERS = [
    tuple(int(turn not in ada) for turn in range(8))
    for ada in combinations(range(8), 4)
]


@dataclass(slots=True)
class Client:
    """A transaction."""

    steps: list[str]
    snapshot: Rows = field(default_factory=dict)
    saw: Rows = field(default_factory=dict)
    wrote: Rows = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    refused: bool = False
    owed: int = 0  # turns in which it waited

    def roll_back(self, why: str) -> str:
        """Nothing of it remains; what its client is told."""
        self.refused, self.saw, self.wrote, self.locked = True, {}, {}, set()
        return f"refused: {why}"


def text(rows: Rows) -> str:
    """The values, as a reader sees them."""
    return ", ".join(f"{name}={value}" for name, value in rows.items())


def take(
    me: Client, other: Client, rows: Rows, level: Level, locks: bool
) -> str:
    """Take the next step of `me`; what it is told, or that it waits."""
    step, *names = me.steps[0].split()
    if level == "read committed" or step == "begin":
        me.snapshot = dict(rows)
    told = "(rolled back)" if me.refused else "begins"
    if step == "read" and not me.refused:
        found = {name for name in names if locks and me.snapshot[name]}
        if found & other.locked:
            return WAITS
        me.locked |= found
        got = {name: me.snapshot[name] for name in names}
        me.saw |= got
        told = f"reads {text(got)}"
        if any(rows[name] != me.snapshot[name] for name in found):
            told = me.roll_back("changed since the snapshot")
    elif step == "write" and not me.refused:
        seen = sum(me.saw.values())
        change = -1 if seen > 1 else 1 if not seen else 0
        me.wrote = {name: me.saw[name] + change for name in names if change}
        told = f"writes {text(me.wrote)}" if change else "writes nothing"
    elif step == "commit" and not me.refused:
        newer = {name for name in rows if rows[name] != me.snapshot[name]}
        pivot = newer & {*me.saw} and {*other.saw} & {*me.wrote}
        told, me.locked = "commits", set()
        if newer & {*me.wrote}:
            told = me.roll_back("the first committer wins")
        elif pivot and level == "serializable":
            told = me.roll_back("two rw edges meet")
        rows |= me.wrote
    me.steps.pop(0)
    return told


def play(
    pair: Pair, level: Level, locks: bool, order: tuple[int, ...]
) -> tuple[Log, list[Rows]]:
    """Each step; and what each saw, {} if refused, and the rows at the end."""
    (start, *works), log = PAIRS[pair], []
    rows = dict(start)
    both = [Client(f"begin, {work}, commit".split(", ")) for work in works]
    for turn in order:
        both[turn].owed += 1
        for me in (turn, 1 - turn):
            while both[me].owed:
                told = take(both[me], both[1 - me], rows, level, locks)
                if told != WAITS or me == turn:
                    log.append((me, told, dict(rows)))
                if told == WAITS:
                    break
                both[me].owed -= 1
    return log, [both[0].saw, both[1].saw, rows]


def simulate(
    pair: Pair = "On call",
    level: Level = "snapshot isolation",
    reads_lock: bool = False,
    schedule: Annotated[int, Interval(ge=1, le=70), MultipleOf(1)] = 16,
) -> dict[str, list[str | None]]:
    """One schedule, and what became of it."""
    log, end = play(pair, level, reads_lock, ORDERS[schedule - 1])
    log = [step for step in log if step[1] != "(rolled back)"]
    serial = [ORDERS[0], ORDERS[-1], (0,) * 4, (1,) * 4]  # or one alone
    fine = [play(pair, level, reads_lock, order)[1] for order in serial]
    kept = "one refused" if {} in end else "as if serial"
    verdict = kept if end in fine else "BROKEN"
    table: dict[str, list[str | None]] = {
        "Time": [*(f"t{row + 1}" for row in range(len(log))), "end"]
    }
    for me, name in enumerate(["Ada", "Bob"]):
        table[name] = [told if who == me else None for who, told, _ in log]
        table[name].append("committed" if end[me] else "REFUSED")
    rows = [text(rows) for *_, rows in log]
    return table | {"Committed rows": [*rows, verdict]}


if __name__ == "__main__":
    for level in get_args(Level):
        for number in (1, 16, 17, 70):
            table = simulate("On call", level, False, number)
            print(level, number, *(column[-1] for column in table.values()))
