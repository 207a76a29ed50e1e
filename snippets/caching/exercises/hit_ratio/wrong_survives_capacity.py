"""An unused entry survives more requests than the cache has entries."""

from math import exp


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of hits if an unused entry survived `capacity` requests."""
    if capacity >= sum(keys for keys, _ in classes):
        return 1.0
    return sum(
        share * (1 - exp(-capacity * share / keys)) for keys, share in classes
    )
