"""No time fills this cache: stop looking for it."""

from math import exp


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of hits, of a time that may become infinite."""
    if capacity <= 0:
        return 0.0
    if capacity >= sum(keys for keys, _ in classes):
        return 1.0

    def held(time: float) -> float:
        return sum(k * (1 - exp(-time * share / k)) for k, share in classes)

    low, high = 0.0, 1.0
    while held(high) < capacity:
        high *= 2
    for _ in range(200):
        time = (low + high) / 2
        low, high = (time, high) if held(time) < capacity else (low, time)
    return sum(share * (1 - exp(-high * share / k)) for k, share in classes)
