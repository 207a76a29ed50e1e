"""90 % is the sum of the 1,000 most popular keys."""


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of hits if the most popular keys filled the cache for good."""
    best = sorted(classes, key=lambda one: one[1] / one[0], reverse=True)
    found, room = 0.0, max(capacity, 0)
    for keys, share in best:
        taken = min(keys, room)
        found += share * taken / keys
        room -= taken
    return found
