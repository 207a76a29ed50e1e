"""ECMP: routers spread flows over balancers by a hash, which may change.

Assumed: a connection breaks when its packets reach another server; all flows
are open before the change.

Time: O(flows * servers). Space: O(1).
Source: Eisenbud et al., Maglev, NSDI 2016, section 3.3; RFC 2992, section 3
(disruption), https://www.rfc-editor.org/rfc/rfc2992#section-3
"""

from hashlib import blake2b

FLOWS = [f"203.0.113.{n % 20}:{n // 20}" for n in range(2000)]
SERVERS = [f"server-{number}" for number in range(10)]
RULES = [
    ("turns and a table", False, True),
    ("same hash, no table", True, False),
    ("same hash and a table", True, True),
]
BALANCERS = ["b1", "b2", "b3", "b4"]


def draw(flow: str, salt: str) -> int:
    """64 bits by the flow and the salt."""
    return int(blake2b(f"{salt} {flow}".encode()).hexdigest()[:16], 16)


def modulo(flow: str, balancers: list[str]) -> str:
    """A router's simplest choice: the hash, modulo the paths."""
    return balancers[draw(flow, "router") % len(balancers)]


def highest(flow: str, names: list[str]) -> str:
    """The name with the highest draw: only the lost one's flows move."""
    return max(names, key=lambda name: draw(flow, name))


def broken(by_hash: bool, table: bool, stable: bool, joined: bool) -> float:
    """The share that breaks when b4 dies; stable routers move only b4's."""
    after = [*SERVERS, "server-10"] if joined else SERVERS
    route = highest if stable else modulo
    lost = 0
    for turn, flow in enumerate(FLOWS):
        if table and route(flow, BALANCERS) == route(flow, BALANCERS[:-1]):
            continue  # the balancer knows this connection
        if by_hash:
            lost += highest(flow, SERVERS) != highest(flow, after)
        else:  # to the new balancer it is new: whose turn it is there
            other = after[draw(flow, "turn") % len(after)]
            lost += other != SERVERS[turn % len(SERVERS)]
    return lost / len(FLOWS)


if __name__ == "__main__":
    print("broken, as balancer b4 dies       and a server came")
    for label, by_hash, table in RULES:
        for way, stable in [("modulo", False), ("stable", True)]:
            dies = broken(by_hash, table, stable, joined=False)
            joins = broken(by_hash, table, stable, joined=True)
            print(f"{label:23}{way:7}{dies:8.1%}{joins:8.1%}")
