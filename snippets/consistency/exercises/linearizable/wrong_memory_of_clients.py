"""What is left is operations, not clients: one may have several."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True, order=True)
class Operation:
    """What a client asked of the register; `end` is inf without an answer."""

    start: float
    end: float
    client: str
    kind: str
    value: int | None


def linearize(history: list[Operation]) -> list[Operation] | None:
    """An order in which each read returns the last write before it.

    The register holds 0 at first. What ended before another one began comes
    before it; times that touch overlap. A read without an answer has the value
    None and is left out. A write without an answer may be left out. None if
    there is no such order.
    """
    dead: set[tuple[frozenset[str], int | None]] = set()

    def search(
        left: frozenset[Operation], held: int | None
    ) -> list[Operation] | None:
        if all(op.end == inf for op in left):
            return []
        clients = frozenset(op.client for op in left)
        if (clients, held) in dead:
            return None
        first_end = min(op.end for op in left)
        for op in sorted(left):
            if op.start > first_end:
                continue
            if op.kind == "read" and op.value != held:
                continue
            rest = search(left - {op}, op.value)
            if rest is not None:
                return [op, *rest]
        dead.add((clients, held))
        return None

    answered = [op for op in history if op.kind == "write" or op.end < inf]
    return search(frozenset(answered), 0)
