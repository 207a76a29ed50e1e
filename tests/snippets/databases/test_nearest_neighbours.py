from math import dist
from random import Random

from snippets.databases.nearest_neighbours import (
    BEST,
    LISTS,
    Lists,
    nearest,
    vectors,
)


def test_the_nearest_are_those_with_no_other_nearer() -> None:
    points = vectors(Random(1), 200)
    found = nearest(points[0], points, 5)
    assert found[0] == points[0]
    limit = max(dist(points[0], vector) for vector in found)
    assert sum(dist(points[0], vector) < limit for vector in points) == 4


def test_each_vector_is_in_one_list() -> None:
    points = vectors(Random(1), 200)
    lists = Lists(points, Random(2))
    assert sorted(v for part in lists.of.values() for v in part) == sorted(
        points
    )


def test_all_lists_probed_is_exact() -> None:
    *points, query = vectors(Random(1), 201)
    found = Lists(points, Random(2)).candidates(query, LISTS)
    assert nearest(query, found, BEST) == nearest(query, points, BEST)


def test_more_probes_read_more_and_never_find_less() -> None:
    *points, query = vectors(Random(1), 401)
    lists, true = Lists(points, Random(2)), nearest(query, points, BEST)
    before: set[tuple[float, ...]] = set()
    for probes in range(1, LISTS + 1):
        found = set(lists.candidates(query, probes))
        assert before < found or len(before) == len(found)
        assert len(before & set(true)) <= len(found & set(true))
        before = found


def test_one_probe_misses_some() -> None:
    points = vectors(Random(1), 420)
    stored, queries = points[:400], points[400:]
    lists = Lists(stored, Random(2))
    missed = sum(
        len(
            set(nearest(query, stored, BEST))
            - set(lists.candidates(query, probes=1))
        )
        for query in queries
    )
    assert missed > 0
