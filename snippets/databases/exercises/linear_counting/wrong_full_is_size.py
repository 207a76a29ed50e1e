"""A full bitmap tells no number: however many more come, it stays as it is."""

from math import log


def visitors(days: list[list[bool]]) -> float:
    """Pretends that one bit is empty, so as not to divide by zero."""
    bits = [any(day) for day in zip(*days, strict=True)]
    if not bits:
        return 0.0
    return len(bits) * log(len(bits) / max(1, bits.count(False)))
