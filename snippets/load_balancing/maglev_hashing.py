"""Maglev hashing: a table filled in turns, as even as it can be.

Each server has a permutation of the table's places, its order of preference.
In turns each takes its next place that is free, until the table is full. A
key is looked up by `table[hash % places]`.

Time: O(1) per key; O(places log places) to build, on average. Space: O(places).
Source: Eisenbud et al., 2016, section 3.4,
https://www.usenix.org/conference/nsdi16/technical-sessions/presentation/eisenbud
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b

type Walk = tuple[int, int]  # the first place, and how far to skip


def walk_of(server: str, places: int) -> Walk:
    """Where a server starts and how it goes on; from its name alone."""
    digest = blake2b(server.encode(), digest_size=16).digest()
    first, second = (int.from_bytes(half) for half in (digest[:8], digest[8:]))
    return first % places, second % (places - 1) + 1


def fill(walks: Mapping[str, Walk], places: int) -> list[str]:
    """The table. `places` is a prime, so that a walk reaches all of them."""
    table, taken = [""] * places, 0
    at = {server: offset for server, (offset, _) in walks.items()}
    while True:
        for server, (_, skip) in walks.items():
            while table[at[server]]:
                at[server] = (at[server] + skip) % places
            table[at[server]] = server
            taken += 1
            if taken == places:
                return table


def maglev_table(servers: list[str], places: int) -> list[str]:
    """The same for everybody who has the names, in whatever order."""
    return fill({s: walk_of(s, places) for s in sorted(servers)}, places)


if __name__ == "__main__":
    three = {"B1": (3, 4), "B2": (0, 2), "B3": (3, 1)}
    print("the paper's example:", *fill(three, 7))
    del three["B2"]
    print("      after B2 died:", *fill(three, 7))
    ten = [f"server-{number}" for number in range(10)]
    for places in [101, 1_009, 10_007]:
        table, shares = maglev_table(ten, places), []
        for servers in [[*ten, "server-10"], ten[:3] + ten[4:]]:
            after = maglev_table(servers, places)
            same = sum(a == b for a, b in zip(table, after, strict=True))
            shares.append(f"{1 - same / places:.1%}")
        low, *_, high = sorted(Counter(table).values())
        print(f"{places} places, {low} to {high} each: joins, dies", *shares)
