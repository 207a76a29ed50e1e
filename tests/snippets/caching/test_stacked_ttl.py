from random import Random

import pytest

from snippets.caching.stacked_ttl import EDGES, SECONDS, TTL, Copy, renew, run

SEEDS = pytest.mark.parametrize("seed", range(3))


@SEEDS
def test_a_shield_spares_the_origin_the_edges(seed: int) -> None:
    alone, _, _ = run(shield=False, counts_age=True, rng=Random(seed))
    origin, _, _ = run(shield=True, counts_age=True, rng=Random(seed))
    assert origin <= SECONDS / TTL
    assert alone / origin == pytest.approx(EDGES, rel=0.15)


@SEEDS
def test_without_age_a_page_is_served_for_almost_two_lifetimes(
    seed: int,
) -> None:
    _, _, oldest = run(shield=True, counts_age=False, rng=Random(seed))
    assert TTL * 1.8 < oldest < 2 * TTL


@SEEDS
@pytest.mark.parametrize("shield", [True, False])
def test_with_age_no_page_outlives_its_lifetime(
    shield: bool, seed: int
) -> None:
    _, _, oldest = run(shield, counts_age=True, rng=Random(seed))
    assert oldest < TTL


@SEEDS
def test_age_costs_some_requests_to_the_shield(seed: int) -> None:
    _, ignored, _ = run(shield=True, counts_age=False, rng=Random(seed))
    _, counted, _ = run(shield=True, counts_age=True, rng=Random(seed))
    assert ignored < counted < 1.3 * ignored


def test_without_a_shield_nobody_asks_it() -> None:
    assert run(shield=False, counts_age=True, rng=Random(1))[1] == 0


@pytest.mark.parametrize(("counts_age", "until"), [(True, 110), (False, 160)])
def test_a_copy_lasts_for_what_is_left(counts_age: bool, until: int) -> None:
    copy = Copy()
    renew(copy, made=50, now=100, counts_age=counts_age)
    assert copy == Copy(50, until)
