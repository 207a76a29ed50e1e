"""Load shedding: refuse what can't be in time, and the rest is.

Simulated: a server of 100 requests per second gets a random load, for a
minute 150 per second, otherwise 70. Clients leave after 1 s; nobody retries.

Time: O(requests). Space: O(requests).
Source: D. Yanacek, "Using load shedding to avoid overload", Amazon Builders'
Library, https://aws.amazon.com/builders-library/
using-load-shedding-to-avoid-overload/
"""

from collections import deque
from random import Random

CAPACITY, TIMEOUT, MINUTES = 100, 1.0, 3
LOADS = [70, 150, 70]  # requests per second, by minute


def arrivals(rng: Random) -> list[float]:
    """When requests come, in seconds."""
    now, times = 0.0, []
    while now < 60 * MINUTES:
        times.append(now)
        now += rng.expovariate(LOADS[int(now // 60)])
    return times


def run(rule: str, times: list[float]) -> tuple[list[float], float]:
    """Percentage in time by minute; the median wait of these in minute 2."""
    queue, waits = deque[float](), list[float]()
    good, came, now, coming = [0] * MINUTES, [0] * MINUTES, 0.0, deque(times)
    while coming or queue:
        if not queue:
            now = max(now, coming[0])
        while coming and coming[0] <= now:
            came[int(coming[0] // 60)] += 1
            queue.append(coming.popleft())
            if rule == "bounded" and len(queue) > 50:
                queue.pop()
        since = queue.pop() if rule == "newest first" else queue.popleft()
        if rule == "deadline" and now + 1 / CAPACITY > since + TIMEOUT:
            continue
        now += 1 / CAPACITY
        if now <= since + TIMEOUT:
            good[int(since // 60)] += 1
            waits += [now - since] * (60 <= since < 120)
    share = [100 * g / c for g, c in zip(good, came, strict=True)]
    return share, sorted(waits)[len(waits) // 2]


if __name__ == "__main__":
    times = arrivals(Random(1))
    print("in time, %    70/s 150/s  70/s    wait")
    for rule in ["oldest first", "newest first", "deadline", "bounded"]:
        share, wait = run(rule, times)
        row = "".join(f"{cell:6.0f}" for cell in share)
        print(f"{rule:12}{row}{wait:6.2f} s")
