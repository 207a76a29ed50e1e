"""Who comes on one day alone counts as well."""

from math import log


def visitors(days: list[list[bool]]) -> float:
    """Counts only those who come every day."""
    bits = [all(day) for day in zip(*days, strict=True)]
    if not bits:
        return 0.0
    empty = bits.count(False)
    if not empty:
        message = "all bits are set"
        raise ValueError(message)
    return len(bits) * log(len(bits) / empty)
