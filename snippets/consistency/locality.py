"""Locality: registers that are linearizable alone are so together.

Counted over all histories of two clients, each with one operation on x and one
on y (write 1, read 0 or read 1), and over all orders of their starts and ends.

Time: O(histories * timings). Space: O(timings).
Source: Herlihy and Wing, 1990, https://doi.org/10.1145/78969.78972
"""

from itertools import combinations, permutations, product

KINDS = ["write 1", "read 0", "read 1"]
type Order = tuple[int, ...]
# Operations 0, 1 are one client's, 2, 3 the other's; six orders keep both.
ALL = list(permutations(range(4)))
ORDERS = {o for o in ALL if {(1, 0), (3, 2)}.isdisjoint(combinations(o, 2))}


def legal(ops: list[str], key: str, order: Order) -> bool:
    """Whether this register could give these answers in this order."""
    held = "0"
    for register, kind, value in (ops[i].split() for i in order):
        if register == key:
            if kind == "read" and value != held:
                return False
            held = value
    return True


def in_real_time() -> list[set[Order]]:
    """For each timing the orders that put nothing before what had ended."""
    allowed = []
    for one in combinations(range(8), 4):  # start, end, start, end
        t = [*one, *(instant for instant in range(8) if instant not in one)]
        pairs = product(range(4), repeat=2)
        bad = {(b, a) for a, b in pairs if t[2 * a + 1] < t[2 * b]}
        allowed.append(
            {o for o in ORDERS if bad.isdisjoint(combinations(o, 2))}
        )
    return allowed


def count(timings: list[set[Order]]) -> list[int]:
    """All histories; those whose registers are fine alone; and together."""
    counts = [0, 0, 0]
    for one, two, *kinds in product(["xy", "yx"], ["xy", "yx"], *[KINDS] * 4):
        ops = [f"{k} {kind}" for k, kind in zip(one + two, kinds, strict=True)]
        x = {order for order in ORDERS if legal(ops, "x", order)}
        y = {order for order in ORDERS if legal(ops, "y", order)}
        for fits in timings:
            counts[0] += 1
            counts[1] += bool(fits & x and fits & y)
            counts[2] += bool(fits & x & y)
    return counts


if __name__ == "__main__":
    print("              histories  each register  both together")
    print("sequential   {:10,} {:14,} {:14,}".format(*count([ORDERS])))
    print("linearizable {:10,} {:14,} {:14,}".format(*count(in_real_time())))
