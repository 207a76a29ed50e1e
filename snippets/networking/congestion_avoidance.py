"""Congestion avoidance: the rate follows from the loss, whatever the link.

Assumed: the receiver's window is no limit, losses are found without a
timeout, and the window is halved at most once per round trip.

Time: O(round trips). Space: O(1).
Source: RFC 5681 §3.1, https://www.rfc-editor.org/rfc/rfc5681; M. Mathis et
al., CCR 27(3), 1997, https://doi.org/10.1145/263932.264023
"""

from collections.abc import Iterator
from itertools import repeat
from math import log1p, sqrt
from random import Random

SEGMENT = 1_460  # bytes of data
LEAST = 2.0  # segments
LOSSES = 1_000  # halvings until the mean is taken


def mean_window(gaps: Iterator[int]) -> float:
    """Segments per round trip, if each gap ends with a lost one."""
    window, rounds, sent, halvings = LEAST, 0, 0, 0
    left = next(gaps)
    while halvings < LOSSES:
        flight = int(window)
        rounds, sent, left = rounds + 1, sent + flight, left - flight
        if left > 0:
            window += 1  # additive increase
            continue
        window, halvings = max(LEAST, window / 2), halvings + 1
        while left <= 0:  # further losses in this flight
            left += next(gaps)
    return sent / rounds


def at_random(loss: float, rng: Random) -> Iterator[int]:
    """Segments up to the next lost one, if each is lost independently."""
    while True:
        yield 1 + int(log1p(-rng.random()) / log1p(-loss))


def mathis(loss: float) -> float:
    """The window by the formula, for one loss every 1/p segments."""
    return sqrt(3 / 2) / sqrt(loss)


if __name__ == "__main__":
    rtt = 0.1  # seconds
    print("   loss  segments per round trip  at an RTT of 100 ms")
    print("          evenly  random formula")
    for loss in [0.01, 0.001, 0.0001, 0.00001]:
        evenly = mean_window(repeat(round(1 / loss)))
        random = mean_window(at_random(loss, Random(1)))
        rate = random * SEGMENT / rtt * 8e-6
        print(f"{loss:7.3%} {evenly:8.1f} {random:7.1f}", end=" ")
        print(f"{mathis(loss):7.1f} {rate:7.1f} Mbit/s")
