from random import Random

import pytest

from snippets.load_balancing.pooled_connections import (
    RATE,
    SECONDS,
    open_at_server,
)


@pytest.mark.parametrize("held", [0.05, 0.5, 2.05])
def test_the_mean_is_what_little_says(held: float) -> None:
    mean, most = open_at_server(held, Random(1))
    assert mean == pytest.approx(RATE * held, rel=0.05)
    # By chance, and not as regular arrivals would.
    assert most > mean + 2 * mean**0.5


def test_what_is_open_at_the_end_counts_until_then() -> None:
    mean, most = open_at_server(10 * SECONDS, Random(1))
    assert mean == pytest.approx(RATE * SECONDS / 2, rel=0.05)
    assert most == pytest.approx(RATE * SECONDS, rel=0.05)


def test_a_request_without_time_holds_nothing() -> None:
    mean, most = open_at_server(0.0, Random(1))
    assert mean == 0
    assert most == 1
