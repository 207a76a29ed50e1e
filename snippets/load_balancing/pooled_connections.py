"""Pooled connections: many idle clients need few connections to a server.

Assumed: each client asks once in 30 s on average (Poisson), and keeps its
connection open; a server works for 50 ms, a client takes 2 s for the answer;
nothing is open when the minute begins.

Time: O(requests log requests). Space: O(open requests).
Source: Little's law: open = rate * time; J. Little, "A proof for the queuing
formula L = lambda W", 1961, https://doi.org/10.1287/opre.9.3.383
"""

from heapq import heappop, heappush
from random import Random

CLIENTS, PAUSE = 10_000, 30.0  # seconds between requests of a client
WORK, READING = 0.05, 2.0  # seconds at the server, and of the client's line
SECONDS = 60.0
RATE = CLIENTS / PAUSE  # requests per second


def open_at_server(held: float, rng: Random) -> tuple[float, int]:
    """Mean and most connections in use, if each request holds one so long."""
    ends, now, busy, most = list[float](), 0.0, 0.0, 0
    while (now := now + rng.expovariate(RATE)) < SECONDS:
        while ends and ends[0] <= now:
            heappop(ends)
        heappush(ends, now + held)
        most = max(most, len(ends))
        busy += min(held, SECONDS - now)
    return busy / SECONDS, most


if __name__ == "__main__":
    print(f"{CLIENTS:,} clients, {RATE:.0f} requests per second")
    print("at the servers            mean  by Little    most")
    print(f"a connection per client {CLIENTS:6}{CLIENTS:11}{CLIENTS:8}")
    for label, held in [
        ("one until it is read", WORK + READING),
        ("one while it works", WORK),
    ]:
        mean, most = open_at_server(held, Random(5))
        print(f"{label:22}{mean:8.1f}{RATE * held:11.1f}{most:8}")
