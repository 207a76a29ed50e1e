"""Backoff with jitter: clients that failed together do not return together.

Assumed: an outage is over, and all clients ask within START ticks; in each
tick the server answers CAPACITY requests and refuses the others.

Time: O(calls). Space: O(calls).
Source: M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog,
2015, https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
"""

from collections import defaultdict
from random import Random

CLIENTS = 1_000
CAPACITY = 10  # answers in a tick
TICK = 0.1  # seconds
BASE, LONGEST = 0.1, 10.0  # seconds: the first limit of a pause, and the last
STRATEGIES = {  # growth of the limit; the shortest pause as a part of it
    "no backoff": (1, 1.0),
    "no jitter": (2, 1.0),
    "equal jitter": (2, 0.5),
    "full jitter": (2, 0.0),
}


def run(
    growth: int, shortest: float, start: int, rng: Random
) -> tuple[int, int, float]:
    """Calls, the most in a tick after 2 s, and seconds until all are served."""
    due: dict[int, list[int]] = defaultdict(list)  # attempts so far, by tick
    for client in range(CLIENTS):
        due[client % start].append(0)
    tick = calls = busiest = 0
    while due:
        attempts = due.pop(tick, [])
        rng.shuffle(attempts)
        calls += len(attempts)
        if tick * TICK > 2:
            busiest = max(busiest, len(attempts))
        for attempt in attempts[CAPACITY:]:
            limit = min(LONGEST, BASE * growth**attempt)
            pause = rng.uniform(shortest * limit, limit)
            due[tick + max(1, round(pause / TICK))].append(attempt + 1)
        tick += 1
    return calls, busiest, tick * TICK


if __name__ == "__main__":
    for start in [1, 10]:
        print(f"{CLIENTS:,} clients ask within {start * TICK:.1f} s")
        print("                calls  busiest tick  all served")
        for name, (growth, shortest) in STRATEGIES.items():
            got = run(growth, shortest, start, Random(1))
            calls, busiest, seconds = got
            print(f"  {name:<12}{calls:7,}{busiest:14}{seconds:10.1f} s")
