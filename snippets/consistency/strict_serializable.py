"""Strict serializable: one order of whole transactions, in real time.

A step is an instant: client, read or write, register=value. A transaction
lasts from its client's first step to the last. Registers hold 0 at first.

Time: O(n!) for n transactions. Space: O(n).
Source: Papadimitriou, "The serializability of concurrent database updates",
1979, https://doi.org/10.1145/322154.322158
"""

from itertools import combinations, permutations

STORIES = {
    "old copy": "ada write x=1, bob read x=0",
    "torn read": "bob read x=0, ada write x=1, ada write y=1, bob read y=1",
    "snapshot": "bob read x=0, ada write x=1, ada write y=1, bob read y=0",
    "in turn": "ada write x=1, ada write y=1, bob read x=1, bob read y=1",
    "but time": "cyd read x=0, ada write x=1, bob write y=1, cyd read y=1",
}
type Step = tuple[str, str, str]


def parse(story: str) -> list[Step]:
    """(client, kind, register=value) of each step, in the order of time."""
    steps = (step.split() for step in story.split(", "))
    return [(who, kind, what) for who, kind, what in steps]


def legal(steps: list[Step]) -> bool:
    """Whether each read returns the last write before it."""
    held: dict[str, str] = {}
    for _, kind, what in steps:
        key, value = what.split("=")
        if kind == "read" and held.get(key, "0") != value:
            return False
        held[key] = value
    return True


def in_time(order: tuple[str, ...], steps: list[Step]) -> bool:
    """Whether nobody comes before a transaction that ended before it began."""
    when = {w: [i for i, s in enumerate(steps) if s[0] == w] for w in order}
    return all(when[a][0] < when[b][-1] for a, b in combinations(order, 2))


def serial_orders(steps: list[Step]) -> list[tuple[str, ...]]:
    """The orders of whole transactions that explain all reads."""
    orders = permutations(sorted({who for who, _, _ in steps}))
    return [
        o for o in orders if legal([s for w in o for s in steps if s[0] == w])
    ]


if __name__ == "__main__":
    print("story      steps linearizable  serializable  strict serializable")
    for name, story in STORIES.items():
        steps = parse(story)
        orders = serial_orders(steps)
        strict = any(in_time(order, steps) for order in orders)
        print(f"{name:10} {legal(steps)!s:18}  {bool(orders)!s:12}  {strict}")
