"""Fault model: what a crash and a cut do to replicas that need each other.

A node answers if it reaches `needed` nodes, itself among them. A write goes
to all it reaches, a read gives the newest of them. Operations come one after
the other, to nodes that have not failed. C: each read gave the last write.
A: each request was answered. The percentage is of requests.
Time: O(operations * nodes). Space: O(nodes).
Source: Gilbert and Lynch, SIGACT News 33(2), 2002,
https://doi.org/10.1145/564585.564601
"""

from enum import StrEnum
from random import Random

OPERATIONS, SEED = 600, 1


class Fault(StrEnum):
    """What happens to node 0 before the first operation."""

    NONE = "nothing"
    CRASH = "a crash"
    CUT = "a cut"


def run(nodes: int, needed: int, fault: Fault) -> tuple[float, int]:
    """Share of requests that were answered, and how many reads were stale."""
    rng, copies = Random(SEED), [0] * nodes
    others, last, answered, stale = list(range(1, nodes)), 0, 0, 0
    alive = others if fault is Fault.CRASH else list(range(nodes))
    for number in range(1, OPERATIONS + 1):
        node = rng.choice(alive)
        cut = fault is Fault.CUT
        reached = ([0] if node == 0 else others) if cut else alive
        if len(reached) < needed:
            continue
        answered += 1
        if rng.random() < 0.5:
            last = number
            for each in reached:
                copies[each] = number
        else:
            stale += max(copies[each] for each in reached) != last
    return answered / OPERATIONS, stale


if __name__ == "__main__":
    print(f"{'nodes, needed':14}", *(f"{fault:>9}" for fault in Fault))
    for nodes, needed in [(2, 2), (2, 1), (3, 2), (3, 1)]:
        row = f"{f'{nodes}, {needed}':14}"
        for fault in Fault:
            answered, stale = run(nodes, needed, fault)
            letters = "C-"[stale > 0] + "-A"[answered == 1]
            row += f"{f'{letters} {answered:.0%}':>10}"
        print(row)
