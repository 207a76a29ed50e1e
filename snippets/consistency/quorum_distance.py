"""Quorum latency: agreement waits for the k-th nearest replica.

A leader has its own vote, so with n voters it waits for the (n // 2)-th
fastest answer of the others. No answer comes sooner than light in glass, there
and back along the shortest way; real cables are longer.
Time: O(voters log voters). Space: O(voters).
Source: Abadi, "Consistency Tradeoffs in Modern Distributed Database System
Design", IEEE Computer 45(2), 2012, https://doi.org/10.1109/MC.2012.33
"""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
FIBRE_KM_PER_MS = 299_792.458 / 1.468 / 1000  # light, slowed by the glass
PLACES = {  # latitude and longitude, degrees
    "Frankfurt": (50.11, 8.68),
    "Paris": (48.86, 2.35),
    "Dublin": (53.35, -6.26),
    "Virginia": (39.04, -77.49),
    "Oregon": (45.84, -119.70),
    "Singapore": (1.35, 103.82),
    "Sydney": (-33.87, 151.21),
}


def distance(a: str, b: str) -> float:
    """Kilometres between two places, along the surface (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = (map(radians, PLACES[p]) for p in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def round_trip(a: str, b: str) -> float:
    """The least milliseconds there and back."""
    return 2 * distance(a, b) / FIBRE_KM_PER_MS


def quorum(leader: str, voters: list[str]) -> float:
    """The least milliseconds until a majority, leader included, agrees."""
    others = [voter for voter in voters if voter != leader]
    trips = [0.0, *sorted(round_trip(leader, other) for other in others)]
    return trips[len(voters) // 2]


if __name__ == "__main__":
    for voters in [
        ["Frankfurt", "Paris", "Dublin"],
        ["Frankfurt", "Paris", "Virginia"],
        ["Frankfurt", "Virginia", "Singapore"],
        ["Frankfurt", "Virginia", "Oregon", "Singapore", "Sydney"],
        ["Frankfurt", "Paris", "Dublin", "Singapore", "Sydney"],
    ]:
        print(
            f"of {len(voters)}, leader in {voters[0]}: {', '.join(voters[1:])}"
        )
        slowest = max(round_trip(voters[0], voter) for voter in voters)
        majority = quorum(voters[0], voters)
        print(f"  majority {majority:5.1f} ms   all {slowest:5.1f} ms")
