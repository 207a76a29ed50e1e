from itertools import islice, repeat
from math import sqrt
from random import Random
from statistics import fmean

import pytest

from snippets.networking.congestion_avoidance import (
    LEAST,
    at_random,
    mathis,
    mean_window,
)


@pytest.mark.parametrize(
    ("loss", "tolerance"), [(1e-2, 0.1), (1e-3, 0.03), (1e-4, 0.01)]
)
def test_evenly_spaced_losses_give_the_window_of_the_formula(
    loss: float, tolerance: float
) -> None:
    window = mean_window(repeat(round(1 / loss)))
    assert window == pytest.approx(mathis(loss), rel=tolerance)


@pytest.mark.parametrize("loss", [1e-2, 1e-3, 1e-4])
def test_random_losses_give_a_tenth_more_at_most(loss: float) -> None:
    window = mean_window(at_random(loss, Random(2)))
    assert window == pytest.approx(mathis(loss), rel=0.12)
    assert window > mean_window(repeat(round(1 / loss)))


def test_a_hundredth_of_the_loss_is_ten_times_the_rate() -> None:
    assert mathis(1e-6) == pytest.approx(10 * mathis(1e-4))
    assert mathis(1.0) == pytest.approx(sqrt(1.5))


def test_gaps_have_the_mean_that_the_loss_says() -> None:
    for loss in [0.5, 0.1, 0.01]:
        gaps = list(islice(at_random(loss, Random(3)), 20_000))
        assert min(gaps) == 1
        assert fmean(gaps) == pytest.approx(1 / loss, rel=0.03)


def test_losing_everything_leaves_the_least_window() -> None:
    assert mean_window(repeat(1)) == pytest.approx(LEAST)
