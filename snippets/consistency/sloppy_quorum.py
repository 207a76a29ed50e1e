"""Sloppy quorum: a write is taken, but the sets need not meet any more.

A key's home is a, b, c; d and e follow on the ring. A sloppy quorum is of the
first three that are in reach; a strict one of the home. Two of three must
answer. Nodes and clients are cut into two sides, in all ways; ada writes on
one side, bob reads on the other, and on neither is anything in flight.
Time: O(2^n) sides. Space: O(n).
Source: DeCandia et al., SOSP 2007, sections 4.5 and 4.6,
https://doi.org/10.1145/1294261.1294281
"""

from collections import Counter
from itertools import compress, product

RING, N, NEEDED = "abcde", 3, 2
HOME = RING[:N]


def goes_to(side: str, sloppy: bool) -> set[str]:
    """The nodes of this side that an operation goes to."""
    return set(side[:N]) if sloppy else set(HOME) & set(side)


def outcome(ada: str, bob: str, sloppy: bool) -> list[str]:
    """What is true of one write: rows of the table."""
    holders, asked = goes_to(ada, sloppy), goes_to(bob, sloppy)
    if len(holders) < NEEDED:
        return ["refused"]
    answered, at_home = len(asked) >= NEEDED, len(holders & set(HOME))
    return [
        "confirmed",
        *["bob's read is answered, and old"] * answered,
        *["after the cut a read of a, b, c can be old"] * (at_home < NEEDED),
        *["and none of a, b, c has it"] * (at_home == 0),
    ]


def count(sloppy: bool) -> Counter[str]:
    """In how many of the 32 ways to cut each outcome is seen."""
    counts = Counter[str]()
    for ada_has in product([True, False], repeat=len(RING)):
        ada = "".join(compress(RING, ada_has))
        bob = "".join(node for node in RING if node not in ada)
        counts.update(outcome(ada, bob, sloppy))
    return counts


if __name__ == "__main__":
    strict, loose = count(sloppy=False), count(sloppy=True)
    print(f"{'of 32 ways to cut':44}{'strict':>6}{'sloppy':>8}")
    for row in ["refused", *outcome("de", "abc", sloppy=True)]:
        print(f"{row:44}{strict[row]:6}{loose[row]:8}")
