from random import Random

import pytest

from snippets.load_balancing.fast_errors import share_of_broken


@pytest.mark.parametrize("seed", range(5))
def test_round_robin_loses_its_third(seed: int) -> None:
    share = share_of_broken("round robin", 0.0, Random(seed))
    assert share == pytest.approx(1 / 3, abs=0.001)


# C is almost never busy, so it wins each draw that it is in: two of three.
@pytest.mark.parametrize("seed", range(5))
def test_two_choices_lose_no_more_than_the_draws(seed: int) -> None:
    share = share_of_broken("two choices", 0.0, Random(seed))
    assert share == pytest.approx(2 / 3, abs=0.03)


@pytest.mark.parametrize("seed", range(5))
def test_least_connections_feed_the_broken_server(seed: int) -> None:
    share = share_of_broken("least connections", 0.0, Random(seed))
    assert 0.87 < share < 0.92


@pytest.mark.parametrize("seed", range(5))
def test_errors_that_count_as_open_keep_requests_away(seed: int) -> None:
    share = share_of_broken("least connections", 1.0, Random(seed))
    assert share < 0.07
