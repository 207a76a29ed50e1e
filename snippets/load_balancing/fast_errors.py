"""Black hole: a server that fails at once has few open, and gets the traffic.

Time: O(requests * log requests). Space: O(requests).
Source: "Site Reliability Engineering", chapter 20, "Least-Loaded Round Robin",
https://sre.google/sre-book/load-balancing-datacenter/
"""

from heapq import heappop, heappush
from random import Random

REQUESTS = 3_000
PER_SECOND = 300.0
ANSWER = 0.1  # seconds that A and B take, on average
ERROR = 0.001  # seconds until broken C answers 500


def share_of_broken(policy: str, hold: float, rng: Random) -> float:
    """Share of requests that the broken server gets, and so fails.

    After an error its connection counts as open for `hold` seconds more.
    """
    open_until: list[list[float]] = [[], [], []]
    now, broken = 0.0, 0
    for number in range(REQUESTS):
        now += rng.expovariate(PER_SECOND)
        for ends in open_until:
            while ends and ends[0] <= now:
                heappop(ends)
        if policy == "round robin":
            server = number % 3
        else:
            drawn = 2 if policy == "two choices" else 3
            server = min(
                rng.sample(range(3), drawn), key=lambda s: len(open_until[s])
            )
        if server == 2:
            broken += 1
            heappush(open_until[2], now + ERROR + hold)
        else:
            heappush(open_until[server], now + rng.expovariate(1 / ANSWER))
    return broken / REQUESTS


if __name__ == "__main__":
    for policy in ["round robin", "two choices", "least connections"]:
        share = share_of_broken(policy, 0.0, Random(1))
        print(f"{policy:17}  {share:.1%} of requests fail")
    share = share_of_broken("least connections", 1.0, Random(1))
    print(f"an error counts as open for 1 s: {share:.1%} fail")
