"""Bounded loads: a full server passes the request on along the ring.

No server holds more than `factor` times the mean. Simulated: 10 servers, 500
requests in progress, the oldest ends when one arrives; 20 % want one hot key.

Time: O(log points), and a walk past full servers. Space: O(points).
Source: Mirrokni, Thorup, Zadimoghaddam, https://arxiv.org/abs/1608.01350
"""

from bisect import bisect_left
from collections import deque
from hashlib import blake2b
from math import ceil
from random import Random

SERVERS, IN_PROGRESS = 10, 500


def position(text: str) -> int:
    """A place on the circle of 2^64."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


RING = sorted(
    (position(f"server-{n // 100}#{n % 100}"), n // 100)
    for n in range(SERVERS * 100)
)


def place(key: str, load: list[int], factor: float) -> tuple[int, int]:
    """The key's own server, and the first from there on that has room."""
    limit = ceil(factor * (sum(load) + 1) / len(load))
    start = index = bisect_left(RING, (position(key),))
    while load[RING[index % len(RING)][1]] >= limit:
        index += 1
    return RING[start % len(RING)][1], RING[index % len(RING)][1]


def run(factor: float) -> tuple[float, float, int]:
    """Highest load in means, share at home, and servers of the hot key."""
    rng, load, in_progress = Random(1), [0] * SERVERS, deque[int]()
    highest, away, hot = 0, 0, set[int]()
    for _ in range(5_000):
        key = "hot" if rng.random() < 0.2 else f"user:{rng.randrange(10_000)}"
        if len(in_progress) == IN_PROGRESS:
            load[in_progress.popleft()] -= 1
        home, server = place(key, load, factor)
        in_progress.append(server)
        load[server] += 1
        highest = max(highest, load[server])
        away += home != server
        hot |= {server} if key == "hot" else set()
    return highest * SERVERS / IN_PROGRESS, 1 - away / 5_000, len(hot)


if __name__ == "__main__":
    print("factor  busiest  at home  servers of the hot key")
    for factor in [10.0, 2.0, 1.5, 1.25, 1.1]:
        highest, at_home, hot = run(factor)
        print(f"{factor:6}{highest:8.2f}x{at_home:9.0%}{hot:9}")
