"""Schedule counts: of all interleavings, how many a level breaks or refuses.

Two transactions of n steps can be interleaved in (2n over n) orders; all are
played. Broken: no serial run of those that commit reads and leaves the same.
A step whose lock is held waits, and is taken as soon as the lock is free.

Time: O(n) per order. Space: O(n).
Source: Berenson et al., 1995, section 4.2, https://arxiv.org/abs/cs/0701157
and Ports, Grittner, 2012, section 3, https://arxiv.org/abs/1208.4179
"""

from dataclasses import dataclass, field
from itertools import combinations
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

type Rows = dict[str, int]
type Order = tuple[int, ...]

Pair = Literal["On call", "Counter", "Report", "Booking"]
Snapshot = Literal["At begin", "At first read"]
LEVELS = ["read committed", "snapshot isolation", "serializable"]
PAIRS: dict[str, tuple[Rows, str, str]] = {
    "On call": ({"a": 1, "b": 1}, "read a b, write a", "read a b, write b"),
    "Counter": ({"n": 9}, "read n, write n", "read n, write n"),
    "Report": ({"x": 5, "y": 5}, "read x, read y", "read x y, write x y"),
    # 0: no such row; each looks for one, and inserts its own
    "Booking": ({"s": 0, "t": 0}, "read s t, write s", "read s t, write t"),
}


@dataclass(slots=True)
class Client:
    """A transaction."""

    steps: list[list[str]]
    snapshot: Rows = field(default_factory=dict)
    saw: Rows = field(default_factory=dict)
    wrote: Rows = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    refused: bool = False
    owed: int = 0  # turns in which it waited

    def roll_back(self) -> None:
        """Nothing of it remains."""
        self.refused, self.saw, self.wrote, self.locked = True, {}, {}, set()


@dataclass(frozen=True, slots=True)
class Database:
    """A level, when its snapshots are taken, and whether reads lock."""

    level: str
    snapshot: Snapshot
    reads_lock: bool  # SELECT ... FOR UPDATE

    def take(self, me: Client, other: Client, rows: Rows) -> bool:
        """Take the next step of `me`; False if it has to wait for a lock."""
        step, *names = me.steps[0]
        when = "begin" if self.snapshot == "At begin" else "read"
        if self.level == LEVELS[0] or (step == when and not me.snapshot):
            me.snapshot = dict(rows)
        if step == "read" and not me.refused:
            found = {n for n in names if self.reads_lock and me.snapshot[n]}
            if found & other.locked:
                return False
            me.locked |= found
            me.saw |= {name: me.snapshot[name] for name in names}
            if any(rows[name] != me.snapshot[name] for name in found):
                me.roll_back()  # changed since the snapshot
        elif step == "write" and not me.refused:
            seen = sum(me.saw.values())
            change = -1 if seen > 1 else 1 if not seen else 0
            me.wrote = {n: me.saw[n] + change for n in names if change}
        elif step == "commit" and not me.refused:
            newer = {name for name in rows if rows[name] != me.snapshot[name]}
            late = newer & {*me.wrote}  # the first committer wins
            pivot = newer & {*me.saw} and {*other.saw} & {*me.wrote}
            if late or (pivot and self.level == "serializable"):
                me.roll_back()
            rows |= me.wrote
            me.locked = set()
        me.steps.pop(0)
        return True

    def play(self, pair: Pair, extra: int, order: Order) -> list[Rows]:
        """What each saw, {} if it was refused; and the rows at the end."""
        start, *works = PAIRS[pair]
        rows, both = dict(start), []
        for work in works:
            first, last = work.split(", ")
            steps = ["begin", first, *["other"] * extra, last, "commit"]
            both.append(Client([step.split() for step in steps]))
        for turn in order:
            both[turn].owed += 1
            for me, other in ((turn, 1 - turn), (1 - turn, turn)):
                while both[me].owed and self.take(both[me], both[other], rows):
                    both[me].owed -= 1
        return [both[0].saw, both[1].saw, rows]


def simulate(
    pair: Pair = "On call",
    reads_lock: bool = False,
    snapshot: Snapshot = "At begin",
    extra_steps: Annotated[int, Interval(ge=0, le=1), MultipleOf(1)] = 0,
) -> Annotated[dict[str, list[float | str]], Unit("orders")]:
    """How many of all orders end how; extra steps before the last statement."""
    size = 4 + extra_steps
    orders = [
        tuple(int(turn not in ada) for turn in range(2 * size))
        for ada in combinations(range(2 * size), size)
    ]
    serial = [orders[0], orders[-1], (0,) * size, (1,) * size]  # or one alone
    table: dict[str, list[float | str]] = {"Level": [*LEVELS]}
    table |= {"broken": [], "one refused": [], "as if serial": []}
    for level in LEVELS:
        database = Database(level, snapshot, reads_lock)
        fine = [database.play(pair, extra_steps, order) for order in serial]
        ends = [database.play(pair, extra_steps, order) for order in orders]
        broken = sum(end not in fine for end in ends)
        refused = sum({} in end and end in fine for end in ends)
        counts = [broken, refused, len(orders) - broken - refused]
        for name, count in zip([*table][1:], counts, strict=True):
            table[name].append(count)
    return table


if __name__ == "__main__":
    for pair in get_args(Pair):
        for name, table in {
            "": simulate(pair),
            ", reads lock": simulate(pair, True),
            ", snapshot at first read": simulate(pair, False, "At first read"),
            ", extra step": simulate(pair, extra_steps=1),
        }.items():
            print(f"{pair}{name}: broken, one refused, as if serial")
            for level, *counts in zip(*table.values(), strict=True):
                print(f"  {level:18}", *(f"{n:4}" for n in counts))
