"""What agreement costs, and where it costs least."""

from itertools import combinations
from random import Random

import pytest
from solution import agreement, best_placement, write_latency

MILES = {"ohio": 0, "york": 10, "paris": 80, "berlin": 90, "tokyo": 200}
REGIONS = list(MILES)


def line(a: str, b: str) -> float:
    """Regions on a line, with 1 ms for each mile there and back."""
    return abs(MILES[a] - MILES[b])


def test_a_leader_alone_agrees_at_once() -> None:
    assert agreement([]) == 0, "Without other voters nobody is waited for."


def test_of_three_one_other_is_enough() -> None:
    assert agreement([10, 80]) != 80, (
        "A majority is enough: the slowest voter is not waited for."
    )
    assert agreement([10, 80]) != 45, (
        "Agreement is waited for, and is no mean of the trips."
    )
    assert agreement([10, 80]) == 10, "Of three, one other is enough."
    trips = [80.0, 10.0]
    assert agreement(trips) == 10, (
        "The fastest answers count, in whatever order the voters are named."
    )
    assert trips == [80, 10], "The caller's list stays as it was."


def test_the_leader_votes() -> None:
    assert agreement([7, 7, 30, 30]) == 7, (
        "The leader has a vote of its own, at once."
    )
    assert agreement([10]) == 10, "Two of two are needed."


def test_trips_run_side_by_side() -> None:
    assert agreement([10, 20, 30, 40]) == 20, (
        "All voters are asked at once: trips do not add up."
    )


def test_an_even_number_needs_more_than_half() -> None:
    assert agreement([10, 20, 30]) == 20, (
        "Of four voters three are a majority: two others have to answer."
    )


def test_the_way_of_the_client_counts() -> None:
    voters = ["ohio", "york", "paris"]
    there = write_latency("ohio", voters, {"ohio": 1}, line)
    far = write_latency("ohio", voters, {"paris": 1}, line)
    assert there == 10, "Ohio's clients wait for Ohio and York only."
    assert far != 10, "Clients are far from the leader, too: their way counts."
    assert far != 50, "A round trip is there and back already: do not halve it."
    assert far != 170, (
        "A round trip is there and back already: do not double it."
    )
    assert far == 90, "80 ms to the leader, 10 ms until it has its majority."


def test_the_leader_votes_once() -> None:
    voters = ["ohio", "york", "paris", "berlin"]
    for count, right in [(1, 0), (2, 10), (4, 80)]:
        reached = write_latency("ohio", voters[:count], {"ohio": 1}, line)
        assert reached == right, (
            "The leader has one vote, also if it stands among the voters. "
            f"With {count} voters {right} ms, not {reached}."
        )


def test_the_mean_is_per_client() -> None:
    voters = ["ohio", "york", "paris"]
    mean = write_latency("ohio", voters, {"ohio": 3, "paris": 1}, line)
    assert mean != 50, "Regions with more clients count more."
    assert mean != 90, "The mean is per client: divide by how many there are."
    assert mean == pytest.approx(30), "A quarter of 80 ms, and 10 ms."
    mean = write_latency("ohio", voters, {"ohio": 2, "paris": 1}, line)
    assert mean == pytest.approx(80 / 3 + 10), (
        "A mean of milliseconds is no whole number: do not round it."
    )


def test_the_order_of_voters_is_of_no_matter() -> None:
    voters = ["paris", "york", "ohio"]
    assert write_latency("ohio", voters, {"ohio": 1}, line) == 10, (
        "The leader may stand anywhere among the voters."
    )


def test_one_failure_needs_three() -> None:
    chosen = best_placement(REGIONS, {"ohio": 1}, line, 1)
    assert len(chosen) != 2, (
        "With two voters a failure leaves one, which is no majority of two."
    )
    assert len(chosen) == 3, (
        "More voters than needed have to be waited for, and paid."
    )
    assert chosen == ("ohio", "york", "paris"), "Leader, then nearest first."


def test_two_failures_need_five() -> None:
    chosen = best_placement(tuple(REGIONS), {"ohio": 1}, line, 2)
    assert len(chosen) == 5, (
        "Two may fail, and the three others must be a majority: five voters. "
        "All five regions are just enough."
    )


def test_no_failure_needs_one() -> None:
    assert best_placement(REGIONS, {"tokyo": 1}, line, 0) == ("tokyo",), (
        "One replica next to the clients is fastest, if it may fail."
    )


def test_both_ways_count() -> None:
    clients = {"tokyo": 9, "berlin": 11}
    assert best_placement(REGIONS, clients, line, 1)[0] == "berlin", (
        "Voters that are near each other may be far from the clients."
    )
    clients = {"paris": 9, "tokyo": 10}
    assert best_placement(REGIONS, clients, line, 1)[0] == "berlin", (
        "The nearest leader may have far voters: count both ways."
    )


def test_clients_where_no_voter_can_be() -> None:
    clients = {"ohio": 1, "tokyo": 2}
    chosen = best_placement(["ohio", "paris", "berlin"], clients, line, 1)
    assert chosen == ("berlin", "paris", "ohio"), (
        "Clients count wherever they are, also where no voter can be."
    )


def test_the_first_of_equals() -> None:
    clients = {"paris": 1, "berlin": 1}
    assert best_placement(REGIONS, clients, line, 1)[0] == "paris", (
        "Among equals the region that comes first is taken."
    )
    turned = REGIONS[::-1]
    assert best_placement(turned, clients, line, 1)[0] == "berlin", (
        "Among equals the region that comes first is taken."
    )


def test_too_few_regions() -> None:
    refused = False
    try:
        best_placement(["ohio", "york"], {"ohio": 1}, line, 1)
    except ValueError:
        refused = True
    assert refused, "Two regions can not bear a failure: that is a ValueError."


def test_nothing_is_faster() -> None:
    rng = Random(1)
    for _ in range(60):
        names = [f"r{n}" for n in range(6)]
        place = {name: rng.randrange(1_000) for name in names}
        clients = {name: rng.randrange(1, 9) for name in names}

        def trip(a: str, b: str, place: dict[str, int] = place) -> float:
            return abs(place[a] - place[b])

        chosen = best_placement(names, clients, trip, 1)
        least = min(
            write_latency(leader, voters, clients, trip)
            for voters in combinations(names, 3)
            for leader in voters
        )
        reached = write_latency(chosen[0], chosen, clients, trip)
        assert reached == pytest.approx(least), (
            "Another leader with other voters is faster."
        )
