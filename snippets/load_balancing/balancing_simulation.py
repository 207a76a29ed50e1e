"""Load-balancing policies: the same requests, sent by different rules.

Time: O(requests * servers). Space: O(requests).
Source: M. Mitzenmacher, "The power of two choices in randomized load
balancing", IEEE TPDS 12(10), 2001: Poisson arrivals, FIFO queues
"""

from collections import deque
from collections.abc import Callable
from random import Random

SERVERS, LOAD, SLOW, COUNT = 10, 0.8, 0.25, 4_000
WORK: dict[str, Callable[[Random], float]] = {  # each of mean 1
    "constant": lambda _: 1.0,
    "exponential": lambda rng: rng.expovariate(1),
    "heavy-tailed": lambda rng: rng.lognormvariate(-1.125, 1.5),
}
SEEN = {"random": 1, "two choices": 2, "least connections": SERVERS}
RULES = [*SEEN, "round robin", "one queue"]  # these two compare none
type Requests = list[tuple[float, float]]  # when it arrives, work


def poisson(work: str, rate: float, count: int, rng: Random) -> Requests:
    """Requests that arrive independently, `rate` per unit of time."""
    now, gap, draw = 0.0, rng.expovariate, WORK[work]
    return [(now := now + gap(rate), draw(rng)) for _ in range(count)]


def simulate(rule: str, requests: Requests, speeds: list[float]) -> list[float]:
    """The response time of each request."""
    rng, servers = Random(1), range(len(speeds))
    free, times = [0.0 for _ in servers], []
    ends: list[deque[float]] = [deque() for _ in servers]
    for number, (now, work) in enumerate(requests):
        seen = rng.sample(servers, SEEN.get(rule, 1))
        for server in seen:
            while ends[server] and ends[server][0] <= now:
                ends[server].popleft()
        chosen = min(seen, key=lambda server: len(ends[server]))
        if rule == "round robin":
            chosen = number % len(speeds)
        elif rule == "one queue":  # as if it waited for the first to be free
            chosen = free.index(min(free))
        free[chosen] = max(now, free[chosen]) + work / speeds[chosen]
        ends[chosen].append(free[chosen])
        times.append(free[chosen] - now)
    return times


if __name__ == "__main__":
    for work, last in [*((w, 1.0) for w in WORK), ("exponential", SLOW)]:
        requests = poisson(work, LOAD * SERVERS, COUNT, Random(1))
        label = work + ", one slow" * (last < 1)
        print(f"{label:22}   p50    p95    p99  queue")
        speeds = [1.0] * (SERVERS - 1) + [last]
        for rule in RULES if last == 1 else RULES[1:4]:
            times = sorted(simulate(rule, requests, speeds))
            queue = sum(times) / requests[-1][0] / SERVERS  # Little's law
            row = [*(times[COUNT * p // 100] for p in (50, 95, 99)), queue]
            print(f"  {rule:17}", *(f"{figure:6.1f}" for figure in row))
