"""Write-back: what a reader has returned, a later reader does not miss.

A write is on its way and has reached any of the replicas. bob reads from any
R of them, and then cyd from any R. All cases are counted, each once.
Time: O(2^N * C(N, R)^2). Space: O(C(N, R)).
Source: Attiya, Bar-Noy, Dolev, 1995, https://doi.org/10.1145/200836.200869
"""

from collections.abc import Iterator
from itertools import combinations, product

RULES = [(3, 1, False), (3, 3, False), (3, 2, False), (3, 2, True)]
RULES += [(5, 3, False), (5, 3, True)]


def read(copies: list[int], asked: tuple[int, ...], back: bool) -> int:
    """The newest of those asked; with `back` they all have it then."""
    newest = max(copies[at] for at in asked)
    if back:
        for at in asked:
            copies[at] = newest
    return newest


def cases(n: int, r: int, back: bool) -> Iterator[tuple[int, int, bool]]:
    """What bob reads, what cyd reads, and whether bob's answers differ."""
    sets = list(combinations(range(n), r))
    for reached, bob, cyd in product(product([0, 1], repeat=n), sets, sets):
        copies = list(reached)
        differ = len({copies[at] for at in bob}) > 1
        yield read(copies, bob, back), read(copies, cyd, back), differ


if __name__ == "__main__":
    print("N R  reader       new, then old   a second round trip")
    for n, r, back in RULES:
        seen = list(cases(n, r, back))
        wrong = sum(first > second for first, second, _ in seen)
        slow = sum(differ for *_, differ in seen) if back else 0
        rule = "writes back" if back else "returns"
        share = f"{wrong:3} of {len(seen):,}"
        print(
            f"{n} {r}  {rule:11}  {share:14}  {slow / len(seen):.0%} of reads"
        )
