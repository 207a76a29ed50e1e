from math import e, inf
from random import Random
from statistics import fmean

import pytest

from snippets.caching.stampede import RATE, SLOTS, predicted, stampede


@pytest.mark.parametrize("work", [0.01, 0.1, 1.0])
def test_an_unlimited_origin_gets_rate_times_duration_and_the_first(
    work: float,
) -> None:
    rng = Random(7)
    runs = [stampede(work, inf, rng) for _ in range(100)]
    mean = fmean(queries for queries, _ in runs)
    # Poisson: standard error sqrt(RATE * work / 100); four of these.
    assert mean == pytest.approx(
        1 + RATE * work, abs=4 * (RATE * work / 100) ** 0.5
    )
    assert all(wait == pytest.approx(work) for _, wait in runs)


def test_nobody_else_comes_while_the_work_is_instant() -> None:
    assert stampede(0.0, SLOTS, Random(1)) == (1, 0.0)


def test_below_its_slots_a_limited_origin_does_not_slow_down() -> None:
    assert stampede(0.005, SLOTS, Random(1)) == stampede(0.005, inf, Random(1))
    assert predicted(0.005, SLOTS) == 0.005


def test_a_shared_origin_answers_about_as_late_as_predicted() -> None:
    rng = Random(8)
    for work in [0.05, 0.1]:
        waits = [stampede(work, SLOTS, rng)[1] for _ in range(200)]
        assert fmean(waits) == pytest.approx(predicted(work, SLOTS), rel=0.25)


def test_20_ms_more_make_the_prediction_2_7_times_worse() -> None:
    more = SLOTS / RATE
    assert more == 0.02
    assert predicted(0.1 + more, SLOTS) == pytest.approx(
        e * predicted(0.1, SLOTS)
    )


def test_the_prediction_has_no_jump_where_the_slots_run_out() -> None:
    edge = SLOTS / RATE
    assert predicted(edge + 1e-9, SLOTS) == pytest.approx(
        predicted(edge, SLOTS)
    )
