"""Hot key: consistent hashing balances keys, and requests are no keys.

Assumed: 10,000 keys, the n-th popular asked for in proportion to 1/n. Servers
are found by rendezvous hashing. Expected values, nothing random.

Time: O(keys x servers). Space: O(keys).
Source: Mirrokni, Thorup, Zadimoghaddam, https://arxiv.org/abs/1608.01350
"""

from hashlib import blake2b

KEYS = 10_000
TOTAL = sum(1 / rank for rank in range(1, KEYS + 1))


def ranking(key: int, servers: int) -> list[int]:
    """The servers of a key, the best first."""

    def bid(server: int) -> bytes:
        return blake2b(b"%d %d" % (server, key), digest_size=8).digest()

    return sorted(range(servers), key=bid)


def busiest(
    servers: int, *, copied: int = 0, copies: int = 1, in_front: int = 0
) -> tuple[float, float]:
    """Load of the busiest server: share of all requests, and in means.

    The `copied` hottest keys are spread over the first `copies` servers of
    their ranking. The `in_front` hottest never come here.
    """
    load = [0.0] * servers
    for key in range(in_front, KEYS):
        share = 1 / (key + 1) / TOTAL
        homes = ranking(key, servers)[: copies if key < copied else 1]
        for server in homes:
            load[server] += share / len(homes)
    return max(load), max(load) * servers / sum(load)


if __name__ == "__main__":
    print(f"the hottest key has {1 / TOTAL:.1%} of all requests")
    for title, (share, means) in {
        "5 servers": busiest(5),
        "10 servers": busiest(10),
        "20 servers": busiest(20),
        "20, hottest on 5 each": busiest(20, copied=1, copies=5),
        "20, 10 hottest on 5 each": busiest(20, copied=10, copies=5),
        "20, 100 in a cache in front": busiest(20, in_front=100),
    }.items():
        print(f"{title:28} busiest {share:5.1%}, {means:.1f} means")
