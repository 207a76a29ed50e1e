"""Metastable failure: a cache, flushed once at 60 s, that never fills again.

Assumed: equally popular KEYS; a database that answers in order and at 180 s is
restarted, its queue empty; clients that drop what comes after TIMEOUT.
Time: O(requests log requests). Space: O(keys + requests).
Source: Bronson et al., HotOS 2021, https://doi.org/10.1145/3458336.3465286
"""

from heapq import heappop, heappush
from random import Random

RATE, CAPACITY, KEYS = 100, 15, 200  # requests and queries per second
TTL, TIMEOUT = 20.0, 1.0  # seconds, as below
FLUSH, RESTART, STEP, MINUTES = 60.0, 180.0, 20.0, 6


def run(tries: int, fix: str, ramp: list[float], rng: Random) -> list[float]:
    """Percentage of requests answered in time, by minute.

    `shed` refuses late queries, `share` has one query per key and keeps late
    answers, `ramp` is the share let in after RESTART, by STEP.
    """
    stored = {key: rng.uniform(-TTL, 0) for key in range(KEYS)}  # or will be
    free, good = 0.0, [0] * MINUTES  # free: when the database is idle
    events = [(0.0, tries, 0), (FLUSH, 0, 0), (RESTART, 0, 0)]
    while events[0][0] < 60 * MINUTES:
        now, left, key = heappop(events)
        if not left:
            stored, free = ({}, free) if now == FLUSH else (stored, now)
        elif left == tries:  # a new request, no retry
            heappush(events, (now + 1 / RATE, tries, rng.randrange(KEYS)))
        step = int((now - RESTART) // STEP)
        if not left or (0 <= step < len(ramp) and rng.random() > ramp[step]):
            continue
        old = end = stored.get(key, -TTL)
        if old + TTL <= now or (old > now and fix != "share"):  # a query
            end = max(free, now) + 1 / CAPACITY
            late = end > now + TIMEOUT
            free = free if late and fix == "shed" else end
            if old <= now and (fix == "share" or not late):
                stored[key] = end
        if end <= now + TIMEOUT:
            good[int(now // 60)] += 1
        elif left > 1:
            heappush(events, (now + TIMEOUT, left - 1, key))
    return [count / (60 * RATE) * 100 for count in good]


if __name__ == "__main__":
    print("answered in time, %     minute 1     2     3     4     5     6")
    for title, tries, fix, ramp in [
        ("1 try", 1, "", []),
        ("3 tries", 3, "", []),
        ("10 % for a minute", 3, "", [0.1, 0.1, 0.1]),
        ("10, 30, then 60 %", 3, "", [0.1, 0.3, 0.6]),
        ("shed", 3, "shed", []),
        ("share", 3, "share", []),
    ]:
        cells = [f"{cell:6.0f}" for cell in run(tries, fix, ramp, Random(1))]
        print(f"{title:26}" + "".join(cells))
