"""AIMD: two senders that know nothing of each other come to equal shares.

Assumed: equal round trips, and both lose when the sum exceeds the capacity.

Time: O(round trips). Space: O(round trips).
Source: D. Chiu, R. Jain, Computer Networks and ISDN Systems 17(1), 1989,
https://doi.org/10.1016/0169-7552(89)90019-6
"""

from collections.abc import Callable

type Step = Callable[[float], float]
CAPACITY = 100.0  # segments per round trip that the path takes
RULES: dict[str, tuple[Step, Step]] = {  # no loss, and after a loss
    "AIMD: +1, x 1/2": (lambda w: w + 1, lambda w: w / 2),
    "MIMD: x 1.02, x 1/2": (lambda w: w * 1.02, lambda w: w / 2),
    "AIAD: +1, -8": (lambda w: w + 1, lambda w: max(1.0, w - 8)),
}


def share(
    one: float, other: float, more: Step, less: Step, halvings: int
) -> list[tuple[float, float]]:
    """Both windows at each loss, up to so many losses."""
    at_loss: list[tuple[float, float]] = []
    while len(at_loss) < halvings:
        if one + other <= CAPACITY:
            one, other = more(one), more(other)
            continue
        at_loss.append((one, other))
        one, other = less(one), less(other)
    return at_loss


def jain(one: float, other: float) -> float:
    """Fairness index: 1 for equal shares, 1/2 if one has everything."""
    return (one + other) ** 2 / (2 * (one**2 + other**2))


if __name__ == "__main__":
    print(f"Two windows, at first 80 and 10; the path takes {CAPACITY:.0f}.")
    print("At loss number      1           2           5          10  fairness")
    for name, (more, less) in RULES.items():
        found = share(80.0, 10.0, more, less, 10)
        print(f"{name:20}", end="")
        for number in [1, 2, 5, 10]:
            one, other = found[number - 1]
            print(f"{one:3.0f} and {other:2.0f}", end="   ")
        print(f"{jain(*found[-1]):.2f}")
