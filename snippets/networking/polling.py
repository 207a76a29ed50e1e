"""Polling: news waits half an interval, and rare news means idle questions.

Simulated: one client, events at random, a network that loses nothing.

Time: O(events + requests). Space: O(events).
Source: RFC 6202, section 2 "HTTP Long Polling",
https://www.rfc-editor.org/rfc/rfc6202
"""

import math
import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from statistics import fmean

TRIP = 0.05  # seconds, one way
HOLD = 30.0  # seconds that a server keeps a long poll open
type Run = tuple[int, list[float]]  # requests, and each event's delay


def poll(events: Sequence[float], interval: float) -> Run:
    """A request reaches the server at each multiple of the interval."""
    polls = [math.ceil(event / interval) for event in events]
    pairs = zip(events, polls, strict=True)
    return polls[-1], [n * interval - event + TRIP for event, n in pairs]


def long_poll(events: Sequence[float]) -> Run:
    """The server answers when it has news; then the client asks again."""
    delays: list[float] = []
    requests, asked = 0, 0.0
    while len(delays) < len(events):
        requests += 1
        news = max(asked, events[len(delays)])
        answered = min(news, asked + HOLD)
        known = bisect_right(events, answered)
        waited = (answered - event for event in events[len(delays) : known])
        delays.extend(seconds + TRIP for seconds in waited)
        asked = answered + 2 * TRIP
    return requests, delays


def push(events: Sequence[float]) -> Run:
    """One request, whose answer does not end."""
    return 1, [TRIP for _ in events]


if __name__ == "__main__":
    for rate in [1 / 60, 20]:
        rng = random.Random(17)
        gaps = (rng.expovariate(rate) for _ in range(20_000))
        events = list(accumulate(gaps))
        runs = {f"poll {t:2} s": poll(events, t) for t in [1, 5, 30]}
        runs |= {"long poll": long_poll(events), "push": push(events)}
        print(f"{rate:.3g} events/s   requests/event  delay: mean   worst")
        for name, (requests, delays) in runs.items():
            cost = f"{name:14}{requests / len(events):14.4f}"
            print(f"{cost}  {fmean(delays):11.2f} s {max(delays):5.2f} s")
