from itertools import pairwise

import pytest

from snippets.networking.cubic_window import (
    ALPHA,
    BETA,
    C,
    back_after,
    cubic,
    reno,
)


def test_it_starts_at_beta_and_is_back_after_k() -> None:
    for before in [10.0, 833.0, 83_333.0]:
        assert cubic(before, 0, 100.0) == pytest.approx(BETA * before)
        again = back_after(before)
        assert cubic(before, again, 100.0) == pytest.approx(before)


def test_k_is_that_of_the_rfc() -> None:
    before = 1_000.0
    assert back_after(before) ** 3 == pytest.approx((before - 700) / 0.4)


def test_it_is_concave_before_k_and_convex_after() -> None:
    before = 1_000.0
    k = back_after(before)
    steps = [cubic(before, k * n / 10, 100.0) for n in range(21)]
    growth = [b - a for a, b in pairwise(steps)]
    assert growth[:10] == sorted(growth[:10], reverse=True)
    assert growth[10:] == sorted(growth[10:])


def test_the_time_back_does_not_depend_on_the_round_trip_of_a_long_path() -> (
    None
):
    at = back_after(8_333.0)
    assert cubic(8_333.0, at, 0.1) == cubic(8_333.0, at, 0.2)
    assert reno(8_333.0, at, 0.1) > reno(8_333.0, at, 0.2)


def test_on_a_short_path_it_follows_the_line_of_reno() -> None:
    rtt, before = 0.001, 83.0
    assert cubic(before, 0.02, rtt) == pytest.approx(BETA * before + ALPHA * 20)


@pytest.mark.parametrize(
    ("loss", "window"), [(1e-4, 187), (1e-5, 1_054), (1e-6, 5_926)]
)
def test_the_mean_window_is_that_of_table_1_of_the_rfc(
    loss: float, window: float
) -> None:
    rtt, before = 0.1, window * 4 / (3 + BETA)
    # Losses evenly spaced: each comes when the old window is reached again.
    trips = round(back_after(before) / rtt)
    sent = [
        before + C * (trip * rtt - back_after(before)) ** 3
        for trip in range(trips)
    ]
    assert sum(sent) / trips == pytest.approx(window, rel=0.03)
    assert 1 / sum(sent) == pytest.approx(loss, rel=0.05)
