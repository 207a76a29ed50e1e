"""Group commit: one flush makes the commits of many durable.

Assumed: one log device, whose flush takes a fixed time; each client works,
on a processor of its own, for a random time, commits, waits and begins again.

Time: O(log clients) per commit. Space: O(clients).
Source: PostgreSQL 15 manual, section 30.5, "WAL Configuration",
https://www.postgresql.org/docs/15/wal-configuration.html
"""

from heapq import heapify, heapreplace
from random import Random

SEED = 1
FLUSH = 5.0  # ms
WORK = 10.0  # ms on average, exponentially distributed
COMMITS = 10_000


def simulate(clients: int, *, grouped: bool) -> tuple[float, float]:
    """Commits per second, and how long one waits on average, in ms."""
    random = Random(SEED)
    ready = [random.expovariate(1 / WORK) for _ in range(clients)]
    heapify(ready)  # when each client's commit comes
    now = waited = 0.0
    done = 0
    while done < COMMITS:
        start = max(now, ready[0])  # the device is free, a commit is there
        now = start + FLUSH
        while ready[0] <= start:  # at least one; who comes later waits
            waited += now - ready[0]
            done += 1
            heapreplace(ready, now + random.expovariate(1 / WORK))
            if not grouped:
                break
    return 1_000 * done / now, waited / done


if __name__ == "__main__":
    print("clients   a flush each         one flush for all")
    for clients in [1, 4, 16, 64]:
        each, each_wait = simulate(clients, grouped=False)
        group, group_wait = simulate(clients, grouped=True)
        print(
            f"{clients:7}   {each:4.0f}/s {each_wait:6.1f} ms"
            f"     {group:6.0f}/s {group_wait:5.1f} ms"
        )
