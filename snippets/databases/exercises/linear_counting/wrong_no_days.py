"""Without a day there is no visitor: return 0."""

from math import log


def visitors(days: list[list[bool]]) -> float:
    """Takes no bits at all for bits that are all set."""
    bits = [any(day) for day in zip(*days, strict=True)]
    empty = bits.count(False)
    if not empty:
        message = "all bits are set"
        raise ValueError(message)
    return len(bits) * log(len(bits) / empty)
