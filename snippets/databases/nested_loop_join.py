"""Nested loop join: look at every pair, so that any condition will do.

It is the definition of a join as well: a product, filtered. An outer join
adds the rows that are in no pair, filled up with None.

Time: O(left * right) comparisons. Space: O(left + right) for an outer join.
Source: PostgreSQL manual, section 7.2.1.1, "Joined Tables",
https://www.postgresql.org/docs/current/queries-table-expressions.html
"""

from collections.abc import Callable, Sequence

KINDS = ["inner", "left", "right", "full"]


def join[L, R](
    kind: str,
    left: Sequence[L],
    right: Sequence[R],
    match: Callable[[L, R], bool],
) -> list[tuple[L | None, R | None]]:
    """The pairs that match, then what an outer join keeps without a pair."""
    if kind not in KINDS:
        raise ValueError(f"no such join: {kind!r}")
    pairs: list[tuple[L | None, R | None]] = []
    lonely_left, lonely_right = dict(enumerate(left)), dict(enumerate(right))
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if match(a, b):
                pairs.append((a, b))
                lonely_left.pop(i, None)
                lonely_right.pop(j, None)
    if kind in ["left", "full"]:
        pairs += [(a, None) for a in lonely_left.values()]
    if kind in ["right", "full"]:
        pairs += [(None, b) for b in lonely_right.values()]
    return pairs


if __name__ == "__main__":
    orders = {101: "ada", 102: "ada", 103: None}  # whose order it is
    for kind in KINDS:
        pairs = join(
            kind,
            ["ada", "bob", "cyd"],
            [101, 102, 103],
            lambda customer, order: customer == orders[order],
        )
        rows = ", ".join(f"{a or '-'} {b or '-'}" for a, b in pairs)
        print(f"{kind:5}  {rows}")
