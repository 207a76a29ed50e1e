"""The weights are those at the call."""

from collections.abc import Iterator


def turns(weights: dict[str, int]) -> Iterator[str]:
    """The servers in turn, for ever.

    A cycle is as long as the sum of the weights, and each server has as many
    turns in it as its weight says. At each turn every server gains its
    weight; the one with the most is chosen (of equals the first), and pays
    the sum of all weights. The weights are those at the call.

    Raises ValueError, at once, if there is no server, or a weight is below 1.
    """
    if not weights or min(weights.values()) < 1:
        raise ValueError(f"no servers, or a weight below 1: {weights}")
    return _turns(weights)


def _turns(weights: dict[str, int]) -> Iterator[str]:
    total = sum(weights.values())
    current = dict.fromkeys(weights, 0)
    while True:
        for name, weight in weights.items():
            current[name] += weight
        chosen = max(current, key=current.__getitem__)
        current[chosen] -= total
        yield chosen
