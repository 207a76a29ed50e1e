from collections import Counter
from random import Random

import pytest

from snippets.load_balancing.maglev_hashing import fill, maglev_table, walk_of

TEN = [f"server-{number}" for number in range(10)]


def changed(one: list[str], other: list[str]) -> float:
    return sum(a != b for a, b in zip(one, other, strict=True)) / len(one)


def test_the_papers_example() -> None:
    walks = {"B1": (3, 4), "B2": (0, 2), "B3": (3, 1)}
    assert " ".join(fill(walks, 7)) == "B2 B1 B2 B1 B3 B3 B1"
    del walks["B2"]
    assert " ".join(fill(walks, 7)) == "B1 B1 B1 B1 B3 B3 B3"


def by_the_papers_pseudocode(servers: list[str], places: int) -> list[str]:
    permutation = {
        s: [(first + turn * skip) % places for turn in range(places)]
        for s, (first, skip) in ((s, walk_of(s, places)) for s in servers)
    }
    entry: dict[int, str] = {}
    following = dict.fromkeys(servers, 0)
    while True:
        for server in servers:
            place = permutation[server][following[server]]
            while place in entry:
                following[server] += 1
                place = permutation[server][following[server]]
            entry[place] = server
            following[server] += 1
            if len(entry) == places:
                return [entry[place] for place in range(places)]


@pytest.mark.parametrize("places", [2, 3, 7, 31, 101])
def test_it_fills_as_the_papers_pseudocode(places: int) -> None:
    rng = Random(places)
    for _ in range(20):
        servers = sorted(rng.sample(TEN, rng.randrange(1, 10)))
        assert maglev_table(servers, places) == by_the_papers_pseudocode(
            servers, places
        )


@pytest.mark.parametrize("places", [11, 101, 1_009, 10_007])
def test_shares_differ_by_one_place_at_most(places: int) -> None:
    counts = Counter(maglev_table(TEN, places)).values()
    assert max(counts) - min(counts) == 1


def test_more_servers_than_places_leave_some_without() -> None:
    assert len(set(maglev_table(TEN, 7))) == 7


def test_the_order_of_the_servers_does_not_matter() -> None:
    assert maglev_table(TEN, 101) == maglev_table(TEN[::-1], 101)


@pytest.mark.parametrize("gone", range(10))
def test_a_death_changes_a_little_more_than_it_has_to(gone: int) -> None:
    before = maglev_table(TEN, 10_007)
    after = maglev_table(TEN[:gone] + TEN[gone + 1 :], 10_007)
    assert 0.0999 <= changed(before, after) < 0.12


def test_larger_tables_change_less() -> None:
    means = []
    for places in [101, 1_009, 10_007]:
        table = maglev_table(TEN, places)
        means.append(
            sum(
                changed(table, maglev_table([s for s in TEN if s != t], places))
                for t in TEN
            )
            / 10
        )
    assert means == sorted(means)[::-1]


def test_a_skip_reaches_every_place_of_a_prime() -> None:
    first, skip = walk_of("server-0", 101)
    assert {(first + turn * skip) % 101 for turn in range(101)} == set(
        range(101)
    )
