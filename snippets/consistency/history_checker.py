"""History checker: a legal order of a history, or its smallest contradiction.

A line: who, when, register, value, what. `3-?` got no answer. Registers hold 0.
Time: O(2^n) if few values are held, n! without `cache`. Space: the same.
Source: Wing and Gong, JPDC 17, 1993, https://doi.org/10.1006/jpdc.1993.1015
"""

from collections import namedtuple
from functools import cache
from itertools import combinations

HISTORY = """ada 0-9 x 1 write
bob 1-3 x 1 read
cyd 4-6 x 0 read"""
Op = namedtuple("Op", "start end who key value what")


def parse(text: str) -> list[Op]:
    """The operations by start; a read without an answer says nothing."""
    ops: list[Op] = []
    for who, when, *what in map(str.split, text.strip().splitlines()):
        start, end = map(float, when.replace("?", "inf").split("-"))
        if any(o.who == who and o.start < end and start < o.end for o in ops):
            raise ValueError(f"{who} {when}: {who} does one thing at a time")
        ops.append(Op(start, end, who, *what))
    return sorted(op for op in ops if op.value != "?")


@cache
def legal_order(
    left: frozenset[Op], clock: bool, held: tuple[tuple[str, str], ...] = ()
) -> list[Op] | None:
    """Keeps each client's order; with a clock, the order of real time too."""
    for op in sorted(left):
        mine = [o < op for o in left if o.who == op.who]
        ended = [o.end < op.start for o in left if clock]
        fits = op.what == "write" or op.value == dict(held).get(op.key, "0")
        if fits and not any(mine + ended):
            then = sorted((dict(held) | {op.key: op.value}).items())
            if (rest := legal_order(left - {op}, clock, (*then,))) is not None:
                return [op, *rest]
    return None if left else []


def contradiction(ops: list[Op], clock: bool) -> list[Op]:
    """The fewest without a legal order, with the writes of their values."""
    for some in (s for n in range(len(ops)) for s in combinations(ops, n + 1)):
        need = {o for o in ops for p in some if o[3:] == (*p[3:5], "write")}
        if need <= {*some} and legal_order(frozenset(some), clock) is None:
            return list(some)
    return []


if __name__ == "__main__":
    for model, clock in {"linearizable": True, "sequential": False}.items():
        order = legal_order(frozenset(ops := parse(HISTORY)), clock)
        print(f"{model}:", "no, these contradict" if order is None else "yes")
        for n, op in enumerate(order or contradiction(ops, clock), start=1):
            point = f" at {max(order[:n]).start:g}" if order and clock else ""
            print(f"  {op.who} {op.key} {op.value} {op.what}{point}")
