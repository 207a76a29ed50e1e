"""Back-off with jitter: clients that were cut off together come back spread.

Simulated: a server drops everyone at second 0 and refuses them up to second
10. Then it works on one handshake after the other, also on those of clients
that have given up, as it can't know.

Time: O(attempts * log(clients)). Space: O(clients).
Source: RFC 6455, section 7.2.3 "Recovering from Abnormal Closure",
https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3
"""

import heapq
import random
from collections import Counter
from collections.abc import Callable

CLIENTS, HANDSHAKE = 2_000, 1 / 256  # seconds of the server's work
BACK_AT, PATIENCE, END = 10.0, 2.0, 300.0  # seconds
type Wait = Callable[[int], float]  # seconds, after so many failures


def run(wait: Wait) -> tuple[int, int, int, float]:
    """Attempts from BACK_AT on, most per second, who is back, last when."""
    agenda = [(wait(0), client, 0) for client in range(CLIENTS)]
    heapq.heapify(agenda)
    attempts, back, free, last = Counter[int](), 0, BACK_AT, 0.0
    while agenda and agenda[0][0] < END:
        now, client, failures = agenda[0]
        if now >= BACK_AT:
            attempts[int(now)] += 1
            begin = max(now, free)
            free = begin + HANDSHAKE
            if free <= now + PATIENCE:
                back, last = back + 1, free
                heapq.heappop(agenda)
                continue
            now += PATIENCE
        again = now + wait(failures + 1)
        heapq.heapreplace(agenda, (again, client, failures + 1))
    return attempts.total(), max(attempts.values()), back, last


if __name__ == "__main__":
    rng = random.Random(17)

    def doubled(failures: int) -> float:
        """1, 2, 4, ... seconds, at most 30."""
        return min(30.0, 2.0**failures)

    print("waits                  attempts  most per s  back  last after")
    for name, wait in {
        "1 s": lambda _: 1.0,
        "0 to 2 s": lambda _: rng.uniform(0, 2),
        "1, 2, 4, ... s": doubled,
        "0 to 1, 0 to 2, ... s": lambda n: rng.uniform(0, doubled(n)),
    }.items():
        total, most, back, last = run(wait)
        print(f"{name:21}{total:10}{most:12}{back:6}{last:8.1f} s")
