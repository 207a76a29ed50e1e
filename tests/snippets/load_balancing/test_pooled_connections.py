from random import Random

import pytest

from snippets.load_balancing.pooled_connections import RATE, open_at_server


@pytest.mark.parametrize("held", [0.05, 0.5, 2.05])
def test_the_mean_is_what_little_says(held: float) -> None:
    mean, most = open_at_server(held, Random(1))
    assert mean == pytest.approx(RATE * held, rel=0.05)
    assert most > mean


def test_a_request_without_time_holds_nothing() -> None:
    mean, most = open_at_server(0.0, Random(1))
    assert mean == 0
    assert most == 1
