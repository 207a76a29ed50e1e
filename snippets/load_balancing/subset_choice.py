"""Subsetting: each client keeps connections to a part of the servers.

Assumed: each client sends the same load, spread evenly over its subset.

Time: O(clients * servers). Space: O(servers).
Source: Beyer et al., Site Reliability Engineering, chapter 20, "A subset
selection algorithm: deterministic subsetting",
https://sre.google/sre-book/load-balancing-datacenter/
"""

from collections import Counter
from collections.abc import Callable
from random import Random

CLIENTS, SERVERS = 300, 300


def at_random(client: int, size: int) -> list[int]:
    """Each client draws its servers for itself."""
    return Random(f"client {client}").sample(range(SERVERS), size)


def deterministic(client: int, size: int) -> list[int]:
    """Clients of a round share one shuffled list, each takes its own part."""
    round_, part = divmod(client, SERVERS // size)
    servers = list(range(SERVERS))
    Random(round_).shuffle(servers)
    return servers[part * size : (part + 1) * size]


def spread(
    choose: Callable[[int, int], list[int]], size: int
) -> tuple[int, float, float]:
    """All connections; the least and the most of a server, by the mean."""
    load = Counter[int]()
    for client in range(CLIENTS):
        load.update(choose(client, size))
    counts = [load[server] for server in range(SERVERS)]
    mean = sum(counts) / SERVERS
    return sum(counts), min(counts) / mean, max(counts) / mean


if __name__ == "__main__":
    print("subset               connections  least   most")
    for size in (300, 100, 30, 10):
        for label, choose in [
            ("random", at_random),
            ("deterministic", deterministic),
        ]:
            total, least, most = spread(choose, size)
            name = f"{size} {label}"
            print(f"{name:20}{total:12,}{least:7.0%}{most:7.0%}")
