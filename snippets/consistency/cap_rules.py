"""CAP theorem: every rule for two nodes without a link, tried out.

A node knows what its own clients asked, and nothing else. So its rule says
whether it accepts a write, and what it answers to a read before and after it
has accepted one. A history is linearizable if each read gives the last write.
Time: O(rules * histories). Space: O(rules).
Source: Gilbert and Lynch, SIGACT News 33(2), 2002, theorem 1,
https://doi.org/10.1145/564585.564601
"""

from itertools import product

NODES = "AB"
VALUES = ["old", "A", "B"]  # what it was at first, and what each node writes
REFUSE = ""
Rule = tuple[bool, str, str]  # accepts writes; read before; read after one
History = tuple[tuple[str, str], ...]  # node and operation, in turn

RULES: list[Rule] = list(
    product([True, False], [*VALUES, REFUSE], [*VALUES, REFUSE])
)
HISTORIES: list[History] = [
    history
    for length in (1, 2, 3)
    for history in product(product(NODES, ["write", "read"]), repeat=length)
]


def is_linearizable(rules: dict[str, Rule], history: History) -> bool:
    """Whether each read that is answered gives what was written last."""
    last, wrote = "old", set()
    for node, operation in history:
        accepts, before, after = rules[node]
        if operation == "write" and accepts:
            last = node
            wrote.add(node)
        elif operation == "read":
            answer = after if node in wrote else before
            if answer not in (last, REFUSE):
                return False
    return True


def is_available(rule: Rule) -> bool:
    """Whether it answers every request."""
    return rule[0] and REFUSE not in rule[1:]


if __name__ == "__main__":
    pairs = [{"A": a, "B": b} for a, b in product(RULES, repeat=2)]
    kept = [p for p in pairs if all(is_linearizable(p, h) for h in HISTORIES)]
    available = [p for p in pairs if all(map(is_available, p.values()))]
    print(f"rules for two nodes     {len(pairs):5}")
    print(f"answer every request    {len(available):5}")
    print(f"are linearizable        {len(kept):5}")
    print(f"do both                 {sum(p in kept for p in available):5}")
    local: dict[str, Rule] = {node: (True, "old", node) for node in NODES}
    broken = next(h for h in HISTORIES if not is_linearizable(local, h))
    print("each serves its copy:", *(f"{o} at {n}," for n, o in broken), "old")
