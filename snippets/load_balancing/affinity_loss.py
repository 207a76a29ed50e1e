"""Affinity: whose server changes when one goes, comes back, or is added.

Time: O(users * servers) for the bids, else O(users). Space: O(users).
Source: HAProxy manual 2.6, section 4.2, "balance" and "cookie",
https://docs.haproxy.org/2.6/configuration.html#4.2
"""

from collections.abc import Callable
from hashlib import blake2b
from random import Random

USERS = 10_000
SEED = 2
BEFORE = ["a", "b", "c", "d"]
EVENTS = {
    "d goes": ["a", "b", "c"],
    "d is back": BEFORE,
    "e is added": [*BEFORE, "e"],
}

type Rule = Callable[[int, list[str], str | None], str]


def mix(text: str) -> int:
    """64 bits that look random."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def cookie(user: int, servers: list[str], bound: str | None) -> str:
    """Where the cookie points; a random one if there is none to ask."""
    if bound in servers:
        return bound
    return Random(f"{SEED} {user} {servers}").choice(servers)


def modulo(user: int, servers: list[str], _bound: str | None) -> str:
    """The place in the list of servers."""
    return servers[mix(str(user)) % len(servers)]


def bids(user: int, servers: list[str], _bound: str | None) -> str:
    """Rendezvous hashing: the highest bid wins."""
    return max(servers, key=lambda server: mix(f"{user} {server}"))


def moved(rule: Rule) -> list[float]:
    """The share of users whose server changes, event by event."""
    homes, shares = [rule(user, BEFORE, None) for user in range(USERS)], []
    for servers in EVENTS.values():
        after = [rule(u, servers, home) for u, home in enumerate(homes)]
        changed = sum(a != b for a, b in zip(after, homes, strict=True))
        shares.append(changed / USERS)
        homes = after
    return shares


if __name__ == "__main__":
    print(" " * 8, *(f"{event:>10}" for event in EVENTS))
    for rule in (cookie, modulo, bids):
        print(f"{rule.__name__:8}", *(f"{x:10.1%}" for x in moved(rule)))
