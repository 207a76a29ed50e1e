"""Weighted round robin: turns by weight, in a burst or spread.

Time: smooth O(servers) per request. Space: smooth O(servers), burst O(weights).
Source: nginx source, `ngx_http_upstream_get_peer`,
https://github.com/nginx/nginx/blob/release-1.22.1/src/http/ngx_http_upstream_round_robin.c
"""

from collections.abc import Iterator
from itertools import cycle, groupby, islice


def burst(weights: dict[str, int]) -> Iterator[str]:
    """Each server as often in a row as its weight says."""
    return cycle(
        [name for name, weight in weights.items() for _ in range(weight)]
    )


def smooth(weights: dict[str, int]) -> Iterator[str]:
    """Each server as often, but spread over the cycle.

    All gain their weight, the highest is chosen and pays for all.
    """
    total = sum(weights.values())
    current = dict.fromkeys(weights, 0)
    while True:
        for name, weight in weights.items():
            current[name] += weight
        chosen = max(current, key=current.__getitem__)
        current[chosen] -= total
        yield chosen


def longest_run(order: Iterator[str], requests: int) -> int:
    """Most requests in a row that go to one server."""
    return max(len([*run]) for _, run in groupby(islice(order, requests)))


if __name__ == "__main__":
    for weights in [{"A": 5, "B": 1, "C": 1}, {"A": 3, "B": 2}]:
        print("weights", weights)
        cycle_of = sum(weights.values())
        print("  burst ", *islice(burst(weights), cycle_of))
        print("  smooth", *islice(smooth(weights), cycle_of))
    print("longest run in 1000 requests: burst, smooth")
    for weights in [
        {"A": 5, "B": 1, "C": 1},
        {"A": 3, "B": 2},
        {"A": 100, "B": 100},
    ]:
        runs = [longest_run(order(weights), 1000) for order in (burst, smooth)]
        print(f"  {':'.join(map(str, weights.values()))}  {runs[0]}, {runs[1]}")
