"""The share of a class is spread over its keys."""

from math import exp


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of hits, with the rate of a class taken for that of its key."""
    if capacity <= 0:
        return 0.0
    if capacity >= sum(keys for keys, _ in classes):
        return 1.0
    low, high = 0.0, 1e12
    for _ in range(200):
        time = (low + high) / 2
        held = sum(keys * (1 - exp(-time * share)) for keys, share in classes)
        low, high = (time, high) if held < capacity else (low, time)
    return sum(share * (1 - exp(-high * share)) for _, share in classes)
