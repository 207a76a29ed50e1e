from random import Random

import pytest

from snippets.networking.origin_shield import (
    EDGES,
    FETCH,
    MODES,
    POPULARITY,
    REQUESTS,
    TTL,
    expected,
    to_origin,
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("rate", POPULARITY.values())
def test_the_origin_gets_as_many_as_expected(mode: str, rate: float) -> None:
    counts = [to_origin(rate, mode, Random(seed)) for seed in range(4)]
    mean = sum(counts) / len(counts)
    # Each edge starts empty: up to one request more than the long run says.
    caches = 1 if mode == "and a shield" else EDGES
    assert mean == pytest.approx(expected(rate, mode), rel=0.03, abs=caches)


def test_a_shield_divides_the_misses_of_a_popular_object_by_the_edges() -> None:
    rate = POPULARITY["popular"]
    alone = expected(rate, "edges coalesce")
    assert alone / expected(rate, "and a shield") == pytest.approx(
        EDGES, rel=0.02
    )


def test_a_rare_object_is_missed_with_and_without() -> None:
    rate = POPULARITY["rare"]
    assert expected(rate, "edges coalesce") / REQUESTS > 0.98
    assert expected(rate, "and a shield") / REQUESTS > 0.7


def test_coalescing_merges_what_comes_while_the_origin_answers() -> None:
    rate = POPULARITY["popular"]
    assert expected(rate, "each miss asks") == pytest.approx(
        2 * expected(rate, "edges coalesce")
    )
    rare = POPULARITY["rare"]
    assert expected(rare, "each miss asks") == pytest.approx(
        expected(rare, "edges coalesce"), rel=0.001
    )


def test_a_cycle_is_a_wait_a_fetch_and_a_lifetime() -> None:
    at_edges = REQUESTS / (1 + FETCH + TTL)
    assert expected(1.0, "edges coalesce") == pytest.approx(at_edges)
    behind = REQUESTS / EDGES / (1 / EDGES + FETCH + TTL)
    assert expected(1.0, "and a shield") == pytest.approx(behind)


def test_a_request_at_the_end_of_the_lifetime_asks_again() -> None:
    counts = [to_origin(1.0, "and a shield", Random(n)) for n in range(20)]
    behind = expected(1.0, "and a shield")
    assert sum(counts) / 20 == pytest.approx(behind, abs=0.6)
