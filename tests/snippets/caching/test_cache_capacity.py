from collections import OrderedDict
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


def test_the_figures_of_the_page() -> None:
    classes = popularity()
    ratio = hit_ratio(classes, 800_000)
    assert READS * (1 - ratio) == pytest.approx(3_163, abs=1)
    assert READS * (1 - ratio) < DATABASE
    assert READS * (1 - ratio * (NODES - 1) / NODES) > DATABASE
    # 1.6 GB on nine or ten nodes instead of four, one of them lost.
    assert READS * (1 - ratio * 9 / 10) == pytest.approx(4_847, abs=1)
    assert READS * (1 - ratio * 8 / 9) == pytest.approx(5_034, abs=1)


def test_a_flatter_popularity_hits_less_at_each_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steep = popularity()
    monkeypatch.setattr(cache_capacity, "EXPONENT", 0.7)
    flat = popularity()
    for entries in [100_000, 400_000, 1_600_000]:
        assert hit_ratio(flat, entries) < hit_ratio(steep, entries) - 0.01
