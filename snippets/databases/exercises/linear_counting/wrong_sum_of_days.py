"""Who comes on two days is one visitor: unite the bits of all days first."""

from math import log


def visitors(days: list[list[bool]]) -> float:
    """Estimates each day, and adds up."""
    total = 0.0
    for day in days:
        empty = day.count(False)
        if not empty:
            message = "all bits are set"
            raise ValueError(message)
        total += len(day) * log(len(day) / empty)
    return total
