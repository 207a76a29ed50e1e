"""Causal checker: an order for each client, or the smallest contradiction.

A line: who, register, value, what. No value is written twice. Registers hold 0.
Time: O(n!) at worst, per order. Space: O(n^2).
Source: Ahamad et al., "Causal memory", https://doi.org/10.1007/BF01784241
"""

HISTORY = """
ada post  1 write
ada photo 1 write
bob post  1 read
bob reply 1 write
cyd reply 1 read
cyd post  0 read
"""
type Op = tuple[int, str, str, str, str]  # line, who, register, value, what


def parse(text: str) -> list[Op]:
    """The operations, numbered by line; a time after the name is ignored."""
    lines = map(str.split, text.strip().splitlines())
    return [(i, s[0], s[-3], s[-2], s[-1]) for i, s in enumerate(lines)]


def view(who: str, ops: list[Op]) -> list[Op] | None:
    """An order of all writes and the client's reads that explains the reads."""
    past = {op: {o for o in ops if o[1] == op[1] and o < op} for op in ops}
    for op in (op for op in ops if op[4] == "read"):
        past[op] |= {o for o in ops if o[2:] == (op[2], op[3], "write")}
    for _ in ops:  # and the causes of causes
        past = {op: p.union(*(past[o] for o in p)) for op, p in past.items()}

    def search(left: list[Op], held: dict[str, str]) -> list[Op] | None:
        for op in left:
            fits = op[4] == "write" or held.get(op[2], "0") == op[3]
            if fits and past[op].isdisjoint(left):
                rest = [o for o in left if o != op]
                if (more := search(rest, held | {op[2]: op[3]})) is not None:
                    return [op, *more]
        return None if left else []

    return search([op for op in ops if op[4] == "write" or op[1] == who], {})


def contradiction(who: str, ops: list[Op]) -> list[Op]:
    """What is left when nothing more can go: first reads, then writes."""
    for op in sorted(ops, key=lambda op: op[4]):
        rest = [o for o in ops if o != op]
        read = op[4] == "write" and any(o[2:4] == op[2:4] for o in rest)
        if not read and view(who, rest) is None:
            ops = rest
    return ops


if __name__ == "__main__":
    for who in sorted({op[1] for op in parse(HISTORY)}):
        order = view(who, ops := parse(HISTORY))
        print(who, "sees" if order is not None else "can't, these contradict")
        for op in contradiction(who, ops) if order is None else order:
            print(" ", *op[1:])
