"""What overlaps may take effect in the order of the ends."""

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
    order = sorted(
        (op for op in history if op.kind == "write" or op.end < inf),
        key=lambda op: op.start,
    )
    held: int | None = 0
    for op in order:
        if op.kind == "read" and op.value != held:
            return None
        held = op.value
    return order
