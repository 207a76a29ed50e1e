"""Connection age: closing healthy connections, so that new servers get some.

Assumed: 600 clients keep one connection each and reconnect at once; all begin
in second 0, when the balancer has started. A connection goes to a server by
turns. An eleventh server joins in second 60.

Time: O(seconds * clients). Space: O(clients).
Source: gRPC, proposal A9, "Server-side Connection Management": its age has a
random jitter of 10 %, https://github.com/grpc/proposal
"""

from collections import Counter
from itertools import count
from random import Random

CLIENTS, SERVERS, JOINS, SECONDS = 600, 10, 60, 1200


def run(oldest: int, jitter: float, rng: Random) -> tuple[list[float], int]:
    """The new server's share after 5, 10 and 20 min; most reconnects in 1 s."""

    def end(now: int) -> int:
        return now + round(oldest * rng.uniform(1 - jitter, 1 + jitter))

    turns = count()
    server = [next(turns) % SERVERS for _ in range(CLIENTS)]
    ends = [end(0) for _ in range(CLIENTS)]
    shares, reconnects = list[float](), Counter[int]()
    for now in range(1, SECONDS + 1):
        pool = SERVERS + (now >= JOINS)
        for client in range(CLIENTS):
            if ends[client] == now:
                server[client] = next(turns) % pool
                ends[client] = end(now)
                reconnects[now] += 1
        if now in (300, 600, 1200):
            shares.append(server.count(SERVERS) / CLIENTS)
    return shares, max(reconnects.values(), default=0)


if __name__ == "__main__":
    print("its fair share is", f"{1 / (SERVERS + 1):.1%}")
    print("age of a connection    5 min  10 min  20 min   most in 1 s")
    for label, oldest, jitter in [
        ("no limit", 10**6, 0.0),
        ("300 s", 300, 0.0),
        ("300 s +-10 %", 300, 0.1),
        ("300 s +-50 %", 300, 0.5),
    ]:
        shares, most = run(oldest, jitter, Random(11))
        print(f"{label:20}", *(f"{s:7.1%}" for s in shares), f"{most:10}")
