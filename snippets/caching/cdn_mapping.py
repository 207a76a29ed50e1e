"""Request routing: DNS maps the resolver, anycast follows the routes.

Assumed: the round trips below, which are invented; the DNS of the CDN picks
the edge with the shortest one to whomever it believes to be asking.

Time: O(edges) per reader. Space: O(readers * edges).
Source: RFC 4786 §2 (anycast), RFC 7871 §1 (ECS),
https://www.rfc-editor.org/rfc/rfc7871
"""

from dataclasses import dataclass

EDGES = ("Mumbai", "Frankfurt", "Ashburn")
ROUND_TRIP = {  # ms from a network to each edge
    "Mumbai": (5, 120, 190),
    "Frankfurt": (120, 5, 90),
    "Ashburn": (190, 90, 5),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone, their resolver, and where their network's routes lead."""

    network: str
    resolver: str
    fewest_networks: str  # the edge that BGP's shortest path ends at


READERS = [
    Reader("Mumbai", resolver="Mumbai", fewest_networks="Mumbai"),
    Reader("Mumbai", resolver="Ashburn", fewest_networks="Mumbai"),
    Reader("Mumbai", resolver="Mumbai", fewest_networks="Frankfurt"),
]


def nearest(network: str) -> str:
    """The edge with the shortest round trip from the network."""
    times = dict(zip(EDGES, ROUND_TRIP[network], strict=True))
    return min(times, key=times.__getitem__)


def edges(reader: Reader) -> dict[str, str]:
    """The edge that each way of routing gives the reader."""
    return {
        "DNS": nearest(reader.resolver),
        "DNS with ECS": nearest(reader.network),
        "anycast": reader.fewest_networks,
    }


if __name__ == "__main__":
    for reader in READERS:
        print(
            f"reader in {reader.network}, resolver in {reader.resolver}, "
            f"routes to {reader.fewest_networks}"
        )
        for way, edge in edges(reader).items():
            cost = ROUND_TRIP[reader.network][EDGES.index(edge)]
            print(f"  {way:12} -> {edge:9} {cost:4} ms")
