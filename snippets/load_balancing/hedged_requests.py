"""Hedged requests: who waits too long asks a second server as well.

Simulated: 98 of 100 answers take about 10 ms, two about 500 ms, by the
chance of the moment. The first answer counts, the other call is cancelled.

Time: O(requests). Space: O(requests).
Source: J. Dean, L. Barroso, "The tail at scale", CACM 56(2), 2013,
https://doi.org/10.1145/2408776.2408794
"""

from random import Random

REQUESTS, SLOW, SERVERS = 20_000, 0.02, 50


def answer(rng: Random, fate: float) -> float:
    """How long one call takes, in milliseconds; it is slow by `fate`."""
    mean = 500.0 if fate < SLOW else 10.0
    return rng.gammavariate(20, mean / 20)


def run(wait: float | None, same: bool, rng: Random) -> tuple[list[float], int]:
    """How long each request takes, sorted, and how many calls were made.

    After `wait` milliseconds a second call goes out. If the `same` fate meets
    both, the request itself is expensive.
    """
    took, calls = [], 0
    for _ in range(REQUESTS):
        fate = rng.random()
        first, calls = answer(rng, fate), calls + 1
        if wait is not None and first > wait:
            calls += 1
            other = answer(rng, fate if same else rng.random())
            first = min(first, wait + other)
        took.append(first)
    return sorted(took), calls


if __name__ == "__main__":
    some = 1 - (1 - SLOW) ** SERVERS
    print(f"one of {SERVERS} servers is slow: {some:.0%}")
    print("hedge after      p50   p99 p99.9 calls")
    for title, wait, same in [
        ("never", None, False),
        ("0 ms", 0.0, False),
        ("14 ms", 14.0, False),
        ("25 ms", 25.0, False),
        ("25 ms, same", 25.0, True),
    ]:
        took, calls = run(wait, same, Random(1))
        row = "".join(
            f"{took[int(share * REQUESTS)]:6.0f}"
            for share in (0.5, 0.99, 0.999)
        )
        print(f"{title:14}{row}{calls / REQUESTS:6.3f}")
