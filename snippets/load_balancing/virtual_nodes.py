"""Virtual nodes: four times as many points halve the spread of the shares.

Points lie at random on a circle of length 1; a server owns the arcs that end
at its points. The share of one server is beta distributed, so its standard
deviation, divided by its mean, is sqrt((servers - 1) / (points + 1)), where
`points` counts those of all servers.

Time: O(points log points) to build. Space: O(points).
Source: Lamping and Veach, 2014, "Related work",
https://arxiv.org/abs/1406.2294
"""

from math import sqrt
from random import Random
from statistics import fmean

SERVERS = 10
RINGS = 40


def shares(points_each: int, rng: Random) -> list[float]:
    """The share of the circle that each server owns."""
    ring = sorted(
        (rng.random(), server)
        for server in range(SERVERS)
        for _ in range(points_each)
    )
    owned = [0.0] * SERVERS
    last = ring[-1][0] - 1  # the arc that begins behind the last point
    for place, server in ring:
        owned[server] += place - last
        last = place
    return owned


def spread(points_each: int, rng: Random) -> tuple[float, float]:
    """Standard deviation and largest share, both in means, over all rings."""
    rings = [shares(points_each, rng) for _ in range(RINGS)]
    squares = [(s * SERVERS - 1) ** 2 for ring in rings for s in ring]
    return sqrt(fmean(squares)), fmean(max(ring) * SERVERS for ring in rings)


def theory(points_each: int) -> float:
    """The standard deviation that follows from random points."""
    return sqrt((SERVERS - 1) / (SERVERS * points_each + 1))


if __name__ == "__main__":
    print("points  deviation  theory  busiest")
    for points in [1, 4, 16, 64, 256]:
        deviation, busiest = spread(points, Random(1))
        print(
            f"{points:6} {deviation:9.1%} {theory(points):8.1%} {busiest:7.2f}x"
        )
