import pytest

from snippets.consistency.quorum_distance import (
    PLACES,
    distance,
    quorum,
    round_trip,
)

WORLD = ["Frankfurt", "Virginia", "Oregon", "Singapore", "Sydney"]


def test_distances_are_those_of_an_atlas() -> None:
    assert distance("Frankfurt", "Paris") == pytest.approx(479, abs=10)
    assert distance("Frankfurt", "Virginia") == pytest.approx(6540, rel=0.01)
    assert distance("Singapore", "Sydney") == pytest.approx(6300, rel=0.01)


def test_distance_is_a_metric() -> None:
    for a in PLACES:
        assert distance(a, a) == 0
        for b in PLACES:
            assert distance(a, b) == pytest.approx(distance(b, a))
            for c in PLACES:
                direct = distance(a, c)
                assert direct <= distance(a, b) + distance(b, c) + 1e-6


def test_light_in_glass_needs_a_millisecond_for_100_km_and_back() -> None:
    kilometres = distance("Frankfurt", "Sydney")
    trip = round_trip("Frankfurt", "Sydney")
    assert trip == pytest.approx(kilometres / 100, rel=0.03)


def test_a_leader_alone_waits_for_nobody() -> None:
    assert quorum("Paris", ["Paris"]) == 0


def test_two_voters_wait_for_both() -> None:
    trip = round_trip("Paris", "Sydney")
    assert quorum("Paris", ["Paris", "Sydney"]) == trip


def test_a_majority_waits_for_the_nearer_half_of_the_others() -> None:
    trips = sorted(round_trip("Frankfurt", other) for other in WORLD[1:])
    assert quorum("Frankfurt", WORLD) == trips[1]
    assert quorum("Frankfurt", WORLD[:3]) == min(
        round_trip("Frankfurt", other) for other in WORLD[1:3]
    )


def test_four_voters_wait_as_long_as_five_and_bear_less() -> None:
    four = ["Frankfurt", "Paris", "Dublin", "Virginia"]
    assert quorum("Frankfurt", four) == quorum(
        "Frankfurt", [*four, "Singapore"]
    )
