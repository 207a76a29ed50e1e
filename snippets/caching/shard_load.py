"""Shard load: the busiest master decides how much a cluster can take.

Assumed: 100,000 keys, the n-th popular asked for in proportion to 1/n; every
master takes the same number of requests. Expected values, nothing random. The
keys are named `product:n`, which decides who shares a master.

Time: O(keys). Space: O(keys).
Source: Redis manual, "Redis cluster specification", "Key distribution model",
https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

from binascii import crc_hqx

KEYS = 100_000
SLOTS = 16_384
TOTAL = sum(1 / rank for rank in range(1, KEYS + 1))
SLOT = [crc_hqx(f"product:{n}".encode(), 0) % SLOTS for n in range(1, KEYS + 1)]


def capacity(masters: int, near: int = 0) -> float:
    """Requests that the cluster's clients can make, if one master takes 1.

    The `near` most popular keys are answered from the clients' own copies.
    """
    load = [0.0] * masters
    for rank, slot in enumerate(SLOT, start=1):
        if rank > near:
            load[slot * masters // SLOTS] += 1 / rank
    return TOTAL / max(load)


if __name__ == "__main__":
    print(f"the most popular key has {1 / TOTAL:.1%} of the requests")
    for masters in [1, 3, 6, 12, 48]:
        print(f"masters {masters:2}: {capacity(masters):.1f} times one")
    print(f"masters 48, 100 keys near: {capacity(48, near=100):.1f} times one")
