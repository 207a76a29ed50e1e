"""Two visitors may share a bit."""


def visitors(days: list[list[bool]]) -> float:
    """Takes each bit that is set for one visitor."""
    bits = [any(day) for day in zip(*days, strict=True)]
    if bits and all(bits):
        message = "all bits are set"
        raise ValueError(message)
    return float(bits.count(True))
