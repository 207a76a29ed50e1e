from math import sqrt
from random import Random
from statistics import fmean

import pytest

from snippets.networking.page_load import (
    FIRST_WINDOW,
    LINK,
    SETUP,
    http_1,
    http_2,
    rounds,
)

SMALL, LARGE = [3] * 80, [20] * 24


def mean(files: list[int], loss: float) -> tuple[float, float]:
    """Round trips of six connections, and of one."""
    rng = Random(3)
    six = fmean(http_1(files, loss, rng) for _ in range(200))
    return six, fmean(http_2(files, loss, rng) for _ in range(200))


def test_slow_start_doubles_the_window_in_each_round() -> None:
    sent = FIRST_WINDOW * (1 + 2 + 4)
    assert rounds([sent], LINK, 0.0, Random(1)) == SETUP + 3
    assert rounds([sent + 1], LINK, 0.0, Random(1)) == SETUP + 4


def test_each_exchange_costs_a_round_trip_however_small() -> None:
    assert rounds([1] * 14, LINK, 0.0, Random(1)) == SETUP + 14


def test_the_share_of_the_link_limits_a_round() -> None:
    assert rounds([100], 10, 0.0, Random(1)) == SETUP + 10


def test_nothing_to_fetch_costs_the_set_up() -> None:
    assert rounds([], LINK, 0.0, Random(1)) == SETUP


def test_everything_arrives_whatever_the_loss() -> None:
    assert rounds([50], LINK, 0.5, Random(1)) > SETUP + 3


@pytest.mark.parametrize("loss", [0.002, 0.01])
def test_a_long_transfer_goes_at_the_rate_of_the_square_root_law(
    loss: float,
) -> None:
    # Mathis et al. 1997: a mean window of about sqrt(3 / 2 / p) packets.
    packets = 200_000
    passed = rounds([packets], 10**9, loss, Random(2))
    assert packets / passed == pytest.approx(sqrt(1.5 / loss), rel=0.12)


def test_one_connection_wins_where_files_are_small_and_nothing_is_lost() -> (
    None
):
    six, one = mean(SMALL, 0.0)
    assert (six, one) == (16, 7)


def test_one_connection_loses_where_packets_are_lost() -> None:
    six, one = mean(SMALL, 0.02)
    assert one > 1.25 * six
    six, one = mean(LARGE, 0.02)
    assert one > 2 * six


def test_six_first_windows_win_for_large_files_even_without_loss() -> None:
    six, one = mean(LARGE, 0.0)
    assert six < one


def test_the_page_s_figures_are_within_a_tenth_of_200_loads() -> None:
    for files, loss, six, one in [
        (SMALL, 0.005, 16.6, 11.2),
        (SMALL, 0.01, 17.0, 15.3),
        (LARGE, 0.01, 13.5, 30.4),
    ]:
        assert mean(files, loss) == pytest.approx((six, one), rel=0.1)


def test_six_connections_share_the_link() -> None:
    # Of each file 10 + 20 + 3 * 33 packets, and the rest: six rounds.
    assert LINK // 6 == 33
    assert http_1([150] * 6, 0.0, Random(1)) == SETUP + 6
