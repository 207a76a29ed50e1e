"""Latest wins: where news replaces news, waiting for a lost one only delays.

Simulated: a game's state, 60 times per second, over a path that loses 1 % of
the packets. In order, as TCP delivers: what was lost is sent again when three
later packets have been acknowledged. Or as datagrams, each used when it comes.

Time: O(updates). Space: O(updates).
Source: RFC 9293, section 3.8; RFC 5681, section 3.2 "Fast Retransmit"; RFC
9221, "QUIC Datagrams", section 5, https://www.rfc-editor.org/rfc/rfc9221
"""

import random
from itertools import accumulate, islice

UPDATES = 60 * 600
EVERY, TRIP = 1000 / 60, 30.0  # ms
LOSS, AGAIN = 0.01, 260.0  # AGAIN: ms that it costs if the second is lost too


def delays(loss: float, rng: random.Random) -> tuple[list[float], list[float]]:
    """Milliseconds until a state, or a newer one, is there: ordered, latest."""
    made = [n * EVERY for n in range(UPDATES)]
    lost = [n < UPDATES - 99 and rng.random() < loss for n in range(UPDATES)]
    ordered, single = [], []
    for n, at in enumerate(made):
        arrival = at + TRIP
        single.append(float("inf") if lost[n] else arrival)
        if lost[n]:
            later = (m for m in range(n + 1, UPDATES) if not lost[m])
            third = next(islice(later, 2, None))
            arrival = made[third] + 3 * TRIP  # there, its ACK, and again
            while rng.random() < loss:
                arrival += AGAIN
        ordered.append(arrival)
    in_order = accumulate(ordered, max)
    latest = reversed([*accumulate(reversed(single), min)])
    pairs = zip(in_order, made, strict=True), zip(latest, made, strict=True)
    first, second = ([there - at for there, at in pair] for pair in pairs)
    return first, second


if __name__ == "__main__":
    print("               p50   p95   p99  p99.9    max  delayed")
    names = ["in order", "latest wins"]
    both = delays(LOSS, random.Random(17))
    for name, waits in zip(names, both, strict=True):
        ranked = sorted(waits)
        figures = [
            ranked[int(len(waits) * q)] for q in (0.5, 0.95, 0.99, 0.999)
        ]
        late = sum(wait > TRIP + 1 for wait in waits) / len(waits)
        columns = "".join(f"{ms:6.0f}" for ms in [*figures, ranked[-1]])
        print(f"{name:12}{columns}  {late:7.1%}")
