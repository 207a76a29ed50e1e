from itertools import pairwise
from random import Random

import pytest

from snippets.networking.retransmission_timeout import (
    FIRST,
    MOST,
    TRIPS,
    Timeout,
    needless,
)


def test_the_first_sample_sets_mean_and_half_of_it_as_deviation() -> None:
    rule = Timeout(least=0.0)
    assert rule.rto == FIRST == 1.0
    rule.sample(0.2)
    assert (rule.srtt, rule.rttvar) == (0.2, 0.1)
    assert rule.rto == pytest.approx(0.2 + 4 * 0.1)


def test_the_deviation_is_taken_from_the_mean_before_the_sample() -> None:
    rule = Timeout(least=0.0)
    rule.sample(0.2)
    rule.sample(0.4)
    assert rule.rttvar == pytest.approx(0.75 * 0.1 + 0.25 * 0.2)
    assert rule.srtt == pytest.approx(0.875 * 0.2 + 0.125 * 0.4)


def test_a_steady_path_brings_it_down_to_the_mean_and_a_tick() -> None:
    rule = Timeout(least=0.0)
    for _ in range(200):
        rule.sample(0.1)
    assert rule.rto == pytest.approx(0.1 + 0.001)


def test_it_has_a_least_and_a_most() -> None:
    rule = Timeout(least=1.0)
    rule.sample(0.01)
    assert rule.rto == 1.0
    rule.sample(500.0)
    assert rule.rto == MOST


def test_each_expiry_doubles_it() -> None:
    rule = Timeout(least=0.2)
    waits = []
    for _ in range(8):
        waits.append(rule.rto)
        rule.expired()
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_an_ambiguous_sample_keeps_the_estimate_wrong_for_good() -> None:
    slower = len([trip for trip in TRIPS if trip == 0.5])
    wrong = needless(TRIPS, Timeout(0.0), ambiguous=True)
    right = needless(TRIPS, Timeout(0.0), ambiguous=False)
    assert wrong >= slower
    assert right <= 3
    assert needless([0.1] * 100, Timeout(0.0), ambiguous=False) == 0


def test_an_ambiguous_sample_has_each_segment_sent_twice_without_end() -> None:
    trips, steady = [*TRIPS, *[0.5] * 100], 20
    so_far = [
        needless(trips[:count], Timeout(0.0), ambiguous=True)
        for count in range(steady, len(trips) + 1)
    ]
    copies = [after - before for before, after in pairwise(so_far)]
    assert copies == [2, *[1] * (len(copies) - 1)]


def test_jitter_widens_the_margin() -> None:
    rng, calm, rough = Random(1), Timeout(0.0), Timeout(0.0)
    for _ in range(500):
        calm.sample(rng.uniform(0.09, 0.11))
        rough.sample(rng.uniform(0.05, 0.15))
    assert calm.rto < 0.13
    assert 0.15 < rough.rto < 0.3
