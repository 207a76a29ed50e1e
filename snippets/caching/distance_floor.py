"""Distance: the part of a latency that no server can work off.

Assumed: light in glass at 200,000 km/s along the shortest line on the globe;
no queue, no work, no detour, so real times are longer.

Time: O(1). Space: O(1).
Source: I. Grigorik, High Performance Browser Networking, ch. 1, 2, 4,
https://hpbn.co/; RFC 8446 §2, https://www.rfc-editor.org/rfc/rfc8446
"""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS = 6_371  # km
LIGHT_IN_GLASS = 200.0  # km per ms
NEW_CONNECTION = 2  # round trips: one for TCP, one for TLS 1.3
PLACES = {  # degrees north, east
    "Frankfurt": (50.11, 8.68),
    "Amsterdam": (52.37, 4.90),
    "New York": (40.71, -74.01),
    "Sydney": (-33.87, 151.21),
}


def distance(one: str, other: str) -> float:
    """Kilometres between two places, by the haversine formula."""
    north, east = map(radians, PLACES[one])
    north_2, east_2 = map(radians, PLACES[other])
    chord = (
        sin((north - north_2) / 2) ** 2
        + cos(north) * cos(north_2) * sin((east - east_2) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * asin(sqrt(chord))


def round_trip(one: str, other: str) -> float:
    """Milliseconds that light takes there and back."""
    return 2 * distance(one, other) / LIGHT_IN_GLASS


if __name__ == "__main__":
    reader, edge = "Frankfurt", "Amsterdam"
    near = (NEW_CONNECTION + 1) * round_trip(reader, edge)
    print(f"A reader in {reader}; first byte over a new connection, at least")
    for origin in ["New York", "Sydney"]:
        far = round_trip(reader, origin)
        missed = near + round_trip(edge, origin)
        print(f"origin in {origin}, {far:.0f} ms there and back")
        print(f"  no edge              {(NEW_CONNECTION + 1) * far:5.0f} ms")
        print(f"  edge, and it missed  {missed:5.0f} ms")
        print(f"  edge, and it hit     {near:5.0f} ms")
