from itertools import combinations

import pytest

from snippets.caching.distance_floor import PLACES, distance, round_trip


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        ("Frankfurt", "Frankfurt", 0),
        ("Frankfurt", "Amsterdam", 364),
        ("Frankfurt", "New York", 6_206),
        ("Frankfurt", "Sydney", 16_480),
    ],
)
def test_the_distance_is_that_of_the_globe(
    one: str, other: str, kilometres: float
) -> None:
    assert distance(one, other) == pytest.approx(kilometres, rel=0.01)


def test_it_is_as_far_back_and_never_shorter_by_a_detour() -> None:
    for one, other in combinations(PLACES, 2):
        assert distance(one, other) == pytest.approx(distance(other, one))
        for via in PLACES:
            detour = distance(one, via) + distance(via, other)
            assert distance(one, other) <= detour + 1e-6


def test_a_hundred_kilometres_cost_a_millisecond_there_and_back() -> None:
    per_100_km = round_trip("Frankfurt", "Sydney") / (
        distance("Frankfurt", "Sydney") / 100
    )
    assert per_100_km == pytest.approx(1)
