"""A mean of milliseconds is no whole number: do not round it."""

from collections.abc import Callable, Mapping, Sequence

type Trip = Callable[[str, str], float]  # ms there and back; 0 for the same


def agreement(trips: Sequence[float]) -> float:
    """Milliseconds until a majority agrees, the leader included.

    `trips` are those from the leader to each other voter, in any order.
    """
    return sorted([0.0, *trips])[(len(trips) + 1) // 2]


def write_latency(
    leader: str, voters: Sequence[str], clients: Mapping[str, float], trip: Trip
) -> float:
    """Mean milliseconds of a write: to the leader, its majority, and back.

    The leader is one of the voters; `clients` are so many in each region.
    """
    agreed = agreement([trip(leader, v) for v in voters if v != leader])
    total = sum(many * trip(region, leader) for region, many in clients.items())
    return total // sum(clients.values()) + agreed


def best_placement(
    regions: Sequence[str],
    clients: Mapping[str, float],
    trip: Trip,
    failures: int,
) -> tuple[str, ...]:
    """The leader, then its nearest other voters, for the fastest writes.

    No more voters than it takes to go on without any `failures` of them.
    Among equals the region that comes first. ValueError if they are too few.
    """
    size = 2 * failures + 1
    if len(regions) < size:
        raise ValueError(f"{failures} failures need {size} regions")
    placements = []
    for leader in regions:
        others = [region for region in regions if region != leader]
        nearest = sorted(others, key=lambda other: trip(leader, other))
        placements.append((leader, *nearest[: size - 1]))
    return min(placements, key=lambda p: write_latency(p[0], p, clients, trip))
