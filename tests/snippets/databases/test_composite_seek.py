from itertools import combinations
from random import Random

import pytest

from snippets.databases.composite_seek import scan, seek, skip_scan

INDEX = sorted(tuple(map(Random(n).randrange, (5, 7, 9))) for n in range(2_000))


@pytest.mark.parametrize(
    "places", [each for n in range(4) for each in combinations(range(3), n)]
)
def test_every_subset_finds_what_reading_all_finds(
    places: tuple[int, ...],
) -> None:
    rng = Random(len(places))
    for _ in range(20):
        where = {place: rng.randrange(9) for place in places}
        visited, found = scan(INDEX, where)
        assert found == sum(
            all(entry[place] == value for place, value in where.items())
            for entry in INDEX
        )
        assert found <= visited


def test_a_prefix_visits_what_it_finds() -> None:
    for where in ({0: 3}, {0: 3, 1: 4}, {0: 3, 1: 4, 2: 5}):
        visited, found = scan(INDEX, where)
        assert visited == found


def test_a_gap_ends_the_seek_and_the_rest_is_filtered() -> None:
    prefix = scan(INDEX, {0: 3})[0]
    visited, found = scan(INDEX, {0: 3, 2: 5})
    assert found < visited == prefix


def test_without_the_first_column_every_entry_is_visited() -> None:
    for where in ({1: 3}, {2: 3}, {1: 3, 2: 3}, {}):
        assert scan(INDEX, where)[0] == len(INDEX)


def test_a_seek_for_nothing_is_empty() -> None:
    assert len(seek(INDEX, (99,))) == 0
    assert len(seek([], (1,))) == 0


def test_a_skip_scan_seeks_twice_per_value_and_finds_the_same() -> None:
    for second in range(8):
        seeks, found = skip_scan(INDEX, second)
        assert seeks == 2 * 5
        assert found == scan(INDEX, {1: second})[1]
