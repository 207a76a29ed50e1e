"""Phenomena: what can go wrong in a history, as patterns to search for.

r1[x] is a read of x by transaction 1, w1[x] a write, c1 its commit, a1 its
abort; w2[y in P] writes a row that fits the condition P, as an insert does.
Time: O(n) on these, per pattern and renaming. Space: O(n).
Source: Berenson et al., 1995, sections 3 and 4, https://arxiv.org/abs/cs/0701157
"""

import re
from itertools import permutations, product

PHENOMENA = {  # e1 is c1 or a1; 1 and 2 may change roles, and x and y
    "P0 dirty write": "w1[x] w2[x] e1",
    "P1 dirty read": "w1[x] r2[x] e1",
    "P2 fuzzy read": "r1[x] w2[x] e1",
    "P3 phantom": "r1[P] w2[y in P] e1",
    "P4 lost update": "r1[x] w2[x] w1[x] c1",
    "A5A read skew": "r1[x] w2[x] w2[y] c2 r1[y]",
    "A5B write skew": "r1[x] w2[x] & r2[y] w1[y] & c1 & c2",
}
HISTORIES = {
    "two prices, one of each": "w1[x=1] w2[x=2] w2[y=2] c2 w1[y=1] c1",
    "a value that never was": "w1[x=99] r2[x=99] c2 a1",
    "two increments": "r1[x=100] r2[x=100] w2[x=120] c2 w1[x=130] c1",
    "a sum during a transfer": "r1[x=50] w2[x=10] w2[y=90] c2 r1[y=90] c1",
    "two doctors": "r1[x=1] r1[y=1] r2[x=1] r2[y=1] w1[x=0] w2[y=0] c1 c2",
    "a count and an insert": "r1[P] w2[y in P] w2[z=1] c2 r1[z=1] c1",
    "one after the other": "r1[x=0] w1[x=1] c1 r2[x=1] w2[x=2] c2",
}


def phenomena(history: str) -> list[str]:
    """Those that occur, with anything in between."""
    events = re.sub(r"=-?\d+", "", history)
    items = [*sorted({*re.findall(r"\[([a-z])", events)}), "-"]
    return [
        name
        for name, pattern in PHENOMENA.items()
        if any(
            all(
                re.search(_regex(part, *who, *what), events)
                for part in pattern.split("&")
            )
            for who, what in product(permutations("12"), permutations(items, 2))
        )
    ]


def _regex(pattern: str, one: str, two: str, x: str, y: str) -> str:
    """The pattern with these in the roles of 1, 2, x and y."""
    named = pattern.translate(str.maketrans("12xy", one + two + x + y))
    events = re.findall(r"\w\d(?:\[[^]]+\])?", named)
    return ".*".join(re.sub(r"^e", "[ca]", re.escape(e)) for e in events)


if __name__ == "__main__":
    for story, history in HISTORIES.items():
        print(f"{story}: {history}")
        print("   ", ", ".join(phenomena(history)) or "none")
