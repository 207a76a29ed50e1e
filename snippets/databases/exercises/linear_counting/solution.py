"""Linear counting: how many different visitors the bits of a few days tell."""

from math import log


def visitors(days: list[list[bool]]) -> float:
    """About how many different visitors came, on whichever days.

    Each day has as many bits, all False at first. A visit sets the bit that
    the visitor's hash chooses: the same one on every day. If the bits of all
    days together leave none empty, it raises ValueError.
    """
    # BEGIN SOLUTION
    bits = [any(day) for day in zip(*days, strict=True)]
    if not bits:
        return 0.0
    empty = bits.count(False)
    if not empty:
        message = "all bits are set"
        raise ValueError(message)
    return len(bits) * log(len(bits) / empty)
    # STARTER
    # return float(sum(day.count(True) for day in days))
    # END SOLUTION
