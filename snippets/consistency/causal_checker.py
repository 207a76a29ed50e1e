"""Causal checker: an order for each client, or who cannot have one.

A line: who, register, value, what; each client's lines in its order. No value
is written twice. A time after the name is ignored. Registers hold 0 at first.

Time: O(n!) at worst, per client. Space: O(n^2).
Source: Ahamad et al., "Causal memory", Distributed Computing 9, 1995,
https://doi.org/10.1007/BF01784241
"""

HISTORY = """
ada post  1 write
bob post  1 read
bob reply 1 write
cyd reply 1 read
cyd post  0 read
"""
type Op = tuple[int, str, str, str, str]  # line, who, register, value, what


def parse(text: str) -> list[Op]:
    """The operations, numbered by line."""
    lines = map(str.split, text.strip().splitlines())
    return [(i, s[0], s[-3], s[-2], s[-1]) for i, s in enumerate(lines)]


def causes(ops: list[Op]) -> dict[Op, set[Op]]:
    """What each may depend on: its client's past, what was read, and theirs."""
    past: dict[Op, set[Op]] = {}
    for op in ops:
        past[op] = {o for o in ops if o[1] == op[1] and o[0] < op[0]}
        if op[4] == "read":
            past[op] |= {o for o in ops if o[2:] == (op[2], op[3], "write")}
    for _ in ops:
        past = {op: p.union(*(past[o] for o in p)) for op, p in past.items()}
    return past


def view(who: str, ops: list[Op]) -> list[Op] | None:
    """An order of all writes and the client's reads that explains the reads."""
    past = causes(ops)

    def search(left: list[Op], held: dict[str, str]) -> list[Op] | None:
        for op in left:
            fits = op[4] == "write" or held.get(op[2], "0") == op[3]
            if fits and past[op].isdisjoint(left):
                others = [o for o in left if o != op]
                rest = search(others, held | {op[2]: op[3]})
                if rest is not None:
                    return [op, *rest]
        return None if left else []

    return search([op for op in ops if op[4] == "write" or op[1] == who], {})


if __name__ == "__main__":
    ops = parse(HISTORY)
    for who in sorted({op[1] for op in ops}):
        steps = [" ".join(op[1:]) for op in view(who, ops) or []]
        print(f"{who} sees:", "; ".join(steps) or "there is no such order")
