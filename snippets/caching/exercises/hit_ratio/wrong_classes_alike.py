"""Weigh the classes by their share of the requests."""

from math import exp


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Mean of the hit ratios of the classes."""
    if capacity <= 0:
        return 0.0
    if capacity >= sum(keys for keys, _ in classes):
        return 1.0
    low, high = 0.0, 1e12
    for _ in range(200):
        time = (low + high) / 2
        ratios = [1 - exp(-time * share / keys) for keys, share in classes]
        held = sum(
            keys * hit for (keys, _), hit in zip(classes, ratios, strict=True)
        )
        low, high = (time, high) if held < capacity else (low, time)
    return sum(ratios) / len(ratios)
