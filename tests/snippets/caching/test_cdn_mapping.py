import pytest

from snippets.caching.cdn_mapping import ROUND_TRIP, Reader, edges, nearest


@pytest.mark.parametrize("network", ROUND_TRIP)
def test_the_nearest_edge_is_the_one_in_the_same_place(network: str) -> None:
    assert nearest(network) == network


def test_dns_goes_by_the_resolver_and_ecs_by_the_reader() -> None:
    reader = Reader("Mumbai", resolver="Ashburn", fewest_networks="Mumbai")
    assert edges(reader)["DNS"] == "Ashburn"
    assert edges(reader)["DNS with ECS"] == "Mumbai"


def test_anycast_goes_by_the_routes_whatever_the_distance() -> None:
    reader = Reader("Mumbai", resolver="Mumbai", fewest_networks="Frankfurt")
    assert edges(reader)["anycast"] == "Frankfurt"
