"""Serializable snapshot isolation: refuse where two rw edges meet.

An rw edge leads from a transaction that reads a row to a concurrent one that
writes its next version. Dangerous: tin -> pivot -> out, if out commits first.
Time: O(n ** 3) per commit among n. Space: O(rows used).
Source: Ports, Grittner, 2012, sections 3, 4, https://arxiv.org/abs/1208.4179
"""

from dataclasses import dataclass
from itertools import product
from math import inf

STORIES = {  # r: begins and reads these rows; c: writes these and commits
    "two doctors": "ada r ada bob, bob r ada bob, ada c ada, bob c bob",
    "report after the close": "sale r day, close r day, close c day, "
    "report r day sales, report c, sale c sales",
    "report before the close": "sale r day, close r day, report r day sales, "
    "close c day, report c, sale c sales",
    "no cycle": "one r a, two r b, three r c, three c b, one c x, two c a",
}


@dataclass(eq=False)
class Transaction:
    """What it reads in its snapshot and writes, and from when to when."""

    begin: float
    reads: set[str]
    writes: set[str]
    end: float = inf

    def rw(self, other: "Transaction") -> bool:
        """Whether it reads what the other overwrites, unseen by it."""
        overlap = self.begin < other.end and other.begin < self.end
        return overlap and self is not other and bool(self.reads & other.writes)


def run(history: str) -> dict[str, str]:
    """How each commit ends; no two write the same row."""
    known: dict[str, Transaction] = {}
    ends = {}
    for now, step in enumerate(history.split(", ")):
        name, verb, *rows = step.split()
        if verb == "r":
            known[name] = Transaction(now, {*rows}, set())
            continue
        known[name].writes, known[name].end = {*rows}, now
        ends[name] = "ok"
        for tin, pivot, out in product([*known.values()], repeat=3):
            first = out.end < pivot.end and out.end <= tin.end
            harmless = not tin.writes and tin.begin < out.end <= tin.end < inf
            if tin.rw(pivot) and pivot.rw(out) and first and not harmless:
                ends[name] = "40001"
                known.pop(name, None)
    return ends


if __name__ == "__main__":
    for story, history in STORIES.items():
        print(f"{story}:", *(f"{n} {end}" for n, end in run(history).items()))
