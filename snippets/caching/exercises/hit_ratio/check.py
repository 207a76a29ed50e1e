"""What the function promises, checked against theory and a simulation."""

from collections import OrderedDict
from random import Random

import pytest
from solution import hit_ratio

# Of the page on eviction: hot, warm and other keys.
LOAD = [(100, 0.7), (900, 0.2), (1_000_000, 0.1)]


def percent(classes: list[tuple[int, float]], capacity: int) -> float:
    """The answer, times 100 and rounded as the page does."""
    return round(100 * hit_ratio(classes, capacity), 1)


def simulated(classes: list[tuple[int, float]], capacity: int) -> float:
    """What an LRU cache really hits, in 30,000 requests after a warm-up."""
    rng, cache, found = Random(1), OrderedDict[tuple[int, int], None](), 0
    shares = [share for _, share in classes]
    for number in range(40_000):
        (index,) = rng.choices(range(len(classes)), shares)
        key = index, rng.randrange(classes[index][0])
        found += key in cache and number >= 10_000
        cache[key] = cache.pop(key, None)
        if len(cache) > capacity:
            cache.popitem(last=False)
    return 100 * found / 30_000


def test_one_class_hits_as_often_as_it_is_held() -> None:
    assert percent([(1_000, 1.0)], 250) == 25.0, (
        "1,000 equally popular keys and room for 250: a request finds its key "
        "with 25 %, whichever 250 are held."
    )
    assert percent([(2, 1.0)], 1) == 50.0, (
        "The time need not be a whole number of requests. Two keys and room "
        "for one hit 50 %: halve the interval on."
    )


def test_the_load_of_the_page_is_not_the_sum_of_the_popular_keys() -> None:
    assert percent(LOAD, 1_000) != 90.0, (
        "90 % is the sum of the 1,000 most popular keys. LRU does not hold "
        "those: each miss brings in another key, which pushes warm ones out."
    )


def test_a_class_shares_its_requests_among_its_keys() -> None:
    assert percent([(10, 0.5), (90, 0.5)], 10) != 10.0, (
        "The share of a class is spread over its keys. A key's rate is the "
        "share divided by their number, so the ten are asked for more often."
    )


def test_an_entry_survives_more_requests_than_there_are_entries() -> None:
    assert percent(LOAD, 1_000) != 73.9, (
        "An unused entry survives more requests than the cache has entries. "
        "Only another key moves it on, not a repeated one: choose the time so "
        "that the expected number of held keys is the capacity."
    )


def test_the_classes_count_by_their_requests() -> None:
    assert percent(LOAD, 1_000) != 52.5, (
        "Weigh the classes by their share of the requests. 52.5 % is the mean "
        "of the three classes, as if each were asked for as often."
    )


def test_a_small_part_of_the_keys_gets_most_of_the_hits() -> None:
    assert percent(LOAD, 1_000) != 0.1, (
        "The share of the keys that fit is not the share of the requests that "
        "hit. 1,000 of a million keys are 0.1 %, but those that are held are "
        "mostly popular ones."
    )


@pytest.mark.parametrize(
    ("capacity", "right"),
    [(1_000, 81.5), (2_000, 88.2), (500_000, 95.0), (990_000, 99.9)],
)
def test_the_load_of_the_page(capacity: int, right: float) -> None:
    found = percent(LOAD, capacity)
    assert found == right, (
        f"On the load of the page {capacity:,} entries hit {right} % by Che's "
        f"approximation; this gives {found} %. The time that fills a large "
        "cache can be millions of requests."
    )


@pytest.mark.parametrize("capacity", [20, 100, 300])
def test_a_simulation_agrees(capacity: int) -> None:
    classes = [(20, 0.5), (180, 0.3), (1_800, 0.2)]
    found, real = percent(classes, capacity), simulated(classes, capacity)
    assert found == pytest.approx(real, abs=1.5), (
        f"An LRU cache of {capacity} entries hits {real:.1f} % in a "
        f"simulation of 30,000 requests; this gives {found} %."
    )


def test_room_for_every_key_hits_always() -> None:
    for capacity in [1_000, 5_000]:
        assert percent([(900, 0.5), (100, 0.5)], capacity) == 100.0, (
            "With room for every key no finite time fills the cache. After "
            "the first requests all of them hit."
        )


def test_no_room_never_hits() -> None:
    assert percent([(900, 0.5), (100, 0.5)], 0) == 0.0, (
        "A cache without room hits nothing."
    )


def test_a_class_without_requests_changes_nothing() -> None:
    assert percent([(100, 1.0), (900, 0.0)], 50) == 50.0, (
        "A class that nobody asks for is never held and changes nothing."
    )
    assert percent([(100, 1.0), (900, 0.0)], 500) == 100.0, (
        "All keys that are ever asked for fit, so every request hits. No time "
        "fills this cache: stop looking for it."
    )
