from collections import OrderedDict
from itertools import accumulate
from math import exp, inf
from random import Random

import pytest

from snippets.caching import cache_capacity
from snippets.caching.cache_capacity import (
    DATABASE,
    EXPONENT,
    NODES,
    PRODUCTS,
    READS,
    hit_ratio,
    popularity,
)

CLASSES = popularity()
RATIO = hit_ratio(CLASSES, 800_000)  # of 1.6 GB


def test_the_classes_hold_every_product_once_and_all_reads() -> None:
    classes = popularity()
    assert sum(products for products, _ in classes) == PRODUCTS
    assert sum(share for _, share in classes) == pytest.approx(1)


def test_the_classes_are_as_good_as_single_ranks() -> None:
    weights = [rank**-EXPONENT for rank in range(1, PRODUCTS + 1)]
    total, first = sum(weights), 0
    for products, share in popularity()[:1_000]:
        exact = sum(weights[first : first + products]) / total
        assert share == pytest.approx(exact, rel=0.001)
        first += products


def test_a_simulation_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_capacity, "PRODUCTS", 2_000)
    classes, rng = popularity(), Random(1)
    cache, hits = OrderedDict[int, None](), 0
    weights = [rank**-EXPONENT for rank in range(1, 2_001)]
    for number, key in enumerate(rng.choices(range(2_000), weights, k=60_000)):
        hits += key in cache and number >= 10_000
        cache[key] = cache.pop(key, None)
        if len(cache) > 200:
            cache.popitem(last=False)
    assert hits / 50_000 == pytest.approx(hit_ratio(classes, 200), abs=0.01)


def test_hit_ratio_from_an_empty_cache_to_one_that_holds_everything() -> None:
    classes = [(10, 0.5), (90, 0.5)]
    assert hit_ratio(classes, 0) == pytest.approx(0, abs=1e-9)
    assert hit_ratio([(100, 1.0)], 25) == pytest.approx(0.25)
    assert hit_ratio(classes, 100) == pytest.approx(1)


def queries(ratio: float) -> float:
    """Queries per second that a hit ratio leaves to the database."""
    return READS * (1 - ratio)


def test_the_figures_of_the_page() -> None:
    left = queries(RATIO) / queries(hit_ratio(CLASSES, 400_000))
    assert left == pytest.approx(0.60, abs=0.005)
    assert queries(RATIO) == pytest.approx(3_163, abs=1)
    assert queries(RATIO) < DATABASE
    assert queries(RATIO * (NODES - 1) / NODES) > DATABASE
    # All 4 GB, and an average one of four nodes lost.
    assert queries(hit_ratio(CLASSES, PRODUCTS) * 3 / 4) == 5_000
    # 1.6 GB on 10 or 25 nodes instead of four, an average one lost.
    assert queries(RATIO * 9 / 10) == pytest.approx(4_847, abs=1)
    assert queries(RATIO * 24 / 25) == pytest.approx(3_837, abs=1)


def fullest_node_lost(nodes: int, seed: int, ratio: float = RATIO) -> float:
    """Queries after the loss of the node that answered most reads.

    The thousand most popular products, all held, are spread at random; the
    others are so many that each node gets an equal part of their reads.
    """
    ((_, most_popular), *_), rng = CLASSES, Random(seed)
    loads = [0.0] * nodes
    for rank in range(1, 1_001):
        loads[int(rng.random() * nodes)] += most_popular * rank**-EXPONENT
    others = (ratio - sum(loads)) / nodes
    return queries(ratio - max(loads) - others)


@pytest.mark.parametrize(
    ("nodes", "too_many"), [(10, 2_000), (20, 13), (25, 0)]
)
def test_how_often_the_loss_of_the_fullest_node_is_too_much(
    nodes: int, too_many: int
) -> None:
    losses = [fullest_node_lost(nodes, seed) for seed in range(2_000)]
    assert sum(loss > DATABASE for loss in losses) == too_many
    if nodes == 25:
        assert max(losses) == pytest.approx(4_949, abs=1)


def with_expiry(ttl: float) -> float:
    """Hit ratio of 1.6 GB with a TTL of ± 10 %, at a hundredth of the size.

    Products, entries and reads per second are all divided by 100, so that an
    unused entry survives for about as long.
    """
    products, entries, reads = PRODUCTS // 100, 8_000, READS // 100
    weights = accumulate(rank**-EXPONENT for rank in range(1, products + 1))
    keys, rng = range(products), Random(1)
    asked = rng.choices(keys, cum_weights=[*weights], k=2_400 * reads)
    cache, hits = OrderedDict[int, float](), 0  # when each expires
    for number, key in enumerate(asked):
        now = number / reads
        if cache.get(key, now) > now:
            hits += now >= 900
            cache.move_to_end(key)
            continue
        cache.pop(key, None)
        cache[key] = now + ttl * rng.uniform(0.9, 1.1)
        if len(cache) > entries:
            cache.popitem(last=False)
    return hits / (1_500 * reads)


EXPIRING = RATIO - 0.00871  # of 1.6 GB with a TTL of ten minutes


@pytest.mark.parametrize(("nodes", "too_many"), [(25, 13), (40, 0)])
def test_how_often_it_is_too_much_if_entries_expire(
    nodes: int, too_many: int
) -> None:
    losses = [fullest_node_lost(nodes, seed, EXPIRING) for seed in range(2_000)]
    assert sum(loss > DATABASE for loss in losses) == too_many
    if nodes == 40:
        assert max(losses) == pytest.approx(4_855, abs=1)
        assert queries(EXPIRING * 9 / 10) == pytest.approx(5_004, abs=1)


def test_ten_minutes_cost_about_a_point() -> None:
    # An unused entry survives about 155 s: 20,000 reads per second of it
    # fill 800,000 entries.
    held = sum(n * (1 - exp(-155 * READS * p / n)) for n, p in CLASSES)
    assert held == pytest.approx(800_000, rel=0.002)
    cost = 100 * (with_expiry(inf) - with_expiry(600))
    assert cost == pytest.approx(100 * (RATIO - EXPIRING), abs=0.01)


def test_one_minute_costs_fifteen_points() -> None:
    # No entry is evicted before: each has a miss, and hits for a minute.
    ratio = held = 0.0
    for products, share in CLASSES:
        hits = 60 * READS * share / products
        ratio += share * hits / (1 + hits)
        held += products * hits / (1 + hits)
    assert held < 800_000
    assert 100 * (RATIO - ratio) == pytest.approx(15.2, abs=0.1)
    assert queries(ratio) == pytest.approx(6_205, abs=1)


def test_a_flatter_popularity_hits_less_at_each_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steep = popularity()
    monkeypatch.setattr(cache_capacity, "EXPONENT", 0.7)
    flat = popularity()
    for entries in [100_000, 400_000, 1_600_000]:
        assert hit_ratio(flat, entries) < hit_ratio(steep, entries) - 0.01


@pytest.mark.parametrize(("exponent", "left"), [(0.8, 4_859), (0.7, 6_559)])
def test_what_a_flatter_popularity_leaves_to_the_database(
    monkeypatch: pytest.MonkeyPatch, exponent: float, left: int
) -> None:
    monkeypatch.setattr(cache_capacity, "EXPONENT", exponent)
    assert queries(hit_ratio(popularity(), 800_000)) == pytest.approx(
        left, abs=1
    )
