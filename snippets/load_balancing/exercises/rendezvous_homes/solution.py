"""Rendezvous hashing: the best homes of a key, by the servers' bids."""

from collections.abc import Mapping
from hashlib import blake2b

# BEGIN SOLUTION
from math import log

# STARTER
# # Here: what you need from `math`.
# END SOLUTION


def uniform(key: str, server: str) -> float:
    """A number between 0 and 1, neither of them; the same in each process."""
    digest = blake2b(f"{server} {key}".encode(), digest_size=8).digest()
    return ((int.from_bytes(digest) >> 12) + 0.5) / 2**52


def homes(key: str, weights: Mapping[str, float], count: int) -> list[str]:
    """The `count` servers that keep the key, the best one first.

    All of them, if there are not so many. A server is the best for a share of
    the keys in proportion to its weight; one of weight 0 keeps nothing. Of
    equal bids the first name wins.
    """
    # BEGIN SOLUTION
    bids = {
        server: weight / -log(uniform(key, server))
        for server, weight in weights.items()
        if weight > 0
    }
    ranking = sorted(bids, key=lambda server: (-bids[server], server))
    return ranking[:count]
    # STARTER
    # servers = sorted(weights)
    # first = int(uniform(key, "") * len(servers))
    # return [*servers[first:], *servers[:first]][:count]
    # END SOLUTION
