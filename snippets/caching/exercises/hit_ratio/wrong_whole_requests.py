"""The time need not be a whole number of requests."""

from math import exp


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of hits, from 0 to 1.

    A class is a number of keys, equally popular, and the share of all
    requests that asks for them. The shares add up to 1.
    """
    if capacity <= 0:
        return 0.0
    if capacity >= sum(keys for keys, _ in classes):
        return 1.0

    def hits(time: float) -> list[float]:
        """Each class's hit ratio if an unused entry survives so long."""
        return [1 - exp(-time * share / keys) for keys, share in classes]

    def held(time: float) -> float:
        """How many keys are in the cache then."""
        ratios = zip(classes, hits(time), strict=True)
        return sum(keys * hit for (keys, _), hit in ratios)

    low, high = 0, 1  # requests
    while held(high) < capacity and high < 1e15:
        high *= 2
    while high - low > 1:
        time = (low + high) // 2
        low, high = (time, high) if held(time) < capacity else (low, time)
    ratios = zip(classes, hits(high), strict=True)
    return sum(share * hit for (_, share), hit in ratios)
