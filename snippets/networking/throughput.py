"""TCP throughput: what loss and distance leave of a link.

Each round trip the window grows by one segment; a loss, or a full queue,
halves it, once per round trip. A flight of more segments than the path holds
waits in the queue, so its round trip is longer. Theory: c / sqrt(p) segments
per round trip, p the loss; what the link carries is at least half a window
per round trip, and all of it if the queue holds as much as the path.

Assumed: each segment has its own ACK, no loss takes a timeout to find, and
the receiver's window is no limit. Segments that are sent again count as sent.

Time: O(halvings) per loss. Space: O(1).
Source: M. Mathis et al., "The macroscopic behavior of the TCP congestion
avoidance algorithm", CCR 27(3), 1997, https://doi.org/10.1145/263932.264023;
RFC 5681, section 3.1, https://www.rfc-editor.org/rfc/rfc5681#section-3.1
"""

from collections.abc import Iterator
from itertools import repeat
from math import ceil, floor, log1p, pi, prod, sqrt
from random import Random
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Losses = Literal["At random", "Evenly spaced"]
PERCENT = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0]
LEAST = 2.0  # segments, the smallest window
HALVINGS = 5_000  # until the mean is taken


def gaps(losses: Losses, loss: float, rng: Random) -> Iterator[int]:
    """Segments up to the next lost one, again and again."""
    if losses == "Evenly spaced":
        yield from repeat(round(1 / loss))
    while True:
        yield 1 + int(log1p(-rng.random()) / log1p(-loss))


def mean_flight(gaps: Iterator[int], path: float, queue: float) -> float:
    """Segments per round trip of the empty path, which holds `path` of them.

    It jumps from halving to halving: n rounds that begin with a window w
    send w + (w + 1) + ... + (w + n - 1) segments.
    """

    def segments(rounds: int) -> float:
        return rounds * window + rounds * (rounds - 1) / 2

    window, left, sent, trips = LEAST, next(gaps), 0.0, 0.0
    for _ in range(HALVINGS):
        half = window - 0.5
        until_lost = ceil(sqrt(half * half + 2 * left) - half)
        until_full = max(1, floor(path + queue - window) + 2)
        rounds = min(until_lost, until_full)
        short = min(rounds, max(0, int(path - window + 1)))  # no queue yet
        trips += short + (segments(rounds) - segments(short)) / path
        sent += segments(rounds)
        left -= ceil(segments(rounds))
        while left <= 0:  # further losses in the same flight
            left += next(gaps)
        window = max(LEAST, (window + rounds - 1) / 2)
    return sent / trips


def constant(losses: Losses) -> float:
    """The c of c / sqrt(p): 1.22 for even losses, 1.31 for random ones.

    The square of the window grows by 2 per segment and falls to a quarter at
    a loss. So, in units of 1 / p, it is Z = 2 (E0 + E1/4 + E2/16 + ...) at a
    loss, where E are the gaps: all 1, or exponential. A window grows from
    half to the whole in sqrt(Z) / 2 rounds on average, for one gap sent.
    """
    if losses == "Evenly spaced":
        return sqrt(3 / 2)  # Z = 8 / 3
    scales = [2 / 4**number for number in range(12)]
    root: float = sum(  # the mean of sqrt(Z), a sum of exponentials
        sqrt(a * pi) / 2 * prod(a / (a - b) for b in scales if b != a)
        for a in scales
    )
    return 2 / root


def share(queue: float) -> float:
    """Part of the link used without loss; `queue` in paths."""
    if queue >= 1:
        return 1.0
    return 3 / 4 * (1 + queue) ** 2 / (1 + queue + queue**2)


def simulate(
    round_trip: Annotated[
        int, Interval(ge=10, le=300), MultipleOf(10), Unit("ms")
    ] = 50,
    segment: Annotated[
        int, Interval(ge=460, le=8_960), MultipleOf(500), Unit("bytes")
    ] = 1_460,
    link: Annotated[
        int, Interval(ge=10, le=500), MultipleOf(10), Unit("Mbit/s")
    ] = 50,
    queue: Annotated[
        int, Interval(ge=0, le=200), MultipleOf(10), Unit("% of the path")
    ] = 100,
    losses: Losses = "At random",
    seed: int = 1,
) -> Annotated[dict[str, list[float]], Unit("Mbit/s"), Interval(gt=0)]:
    """Mbit/s over the share of lost segments: simulated, and by theory."""
    unit = segment * 8 / round_trip / 1_000  # Mbit/s of a segment per trip
    path = link / unit
    flights = []
    for percent in PERCENT:  # the same luck, whatever the other knobs
        lost = gaps(losses, percent / 100, Random(f"{seed} {percent}"))
        flights.append(mean_flight(lost, path, path * queue / 100))
    c = constant(losses)
    return {
        "Lost segments (%)": PERCENT,
        losses: [flight * unit for flight in flights],
        "Mathis (theory)": [c / sqrt(p / 100) * unit for p in PERCENT],
        "Link (theory)": [link * share(queue / 100)] * len(PERCENT),
    }


if __name__ == "__main__":
    for losses in get_args(Losses):
        print(f"{losses}: c = {constant(losses):.4f}; in Mbit/s:")
        rows = zip(*simulate(losses=losses).values(), strict=True)
        for lost, rate, mathis, link in rows:
            print(f"{lost:6}% {rate:5.1f}, theory {mathis:5.1f}, {link:.1f}")
    for label, table in {
        "round trip 100 ms": simulate(100),
        "segments of 8,960 bytes": simulate(segment=8_960),
        "link 500 Mbit/s": simulate(link=500),
        "no queue": simulate(queue=0),
        "half a path of queue": simulate(queue=50),
    }.items():
        print(f"\n{label}: Mbit/s at 0.001 %, 0.01 % and 1 %")
        for name, (rare, _, some, _, _, _, often) in list(table.items())[1:]:
            print(f"  {name:15} {rare:6.1f} {some:6.1f} {often:5.1f}")
