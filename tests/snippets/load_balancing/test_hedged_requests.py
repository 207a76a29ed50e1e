from random import Random

import pytest

from snippets.load_balancing.hedged_requests import REQUESTS, SLOW, run


def at(share: float, took: list[float]) -> float:
    return took[int(share * len(took))]


@pytest.mark.parametrize("seed", range(3))
def test_without_hedging_the_tail_is_slow(seed: int) -> None:
    took, calls = run(None, same=False, rng=Random(seed))
    assert calls == len(took) == REQUESTS
    assert at(0.5, took) == pytest.approx(10, abs=0.5)
    assert at(0.99, took) > 400


@pytest.mark.parametrize("seed", range(3))
def test_a_late_hedge_cuts_the_tail_for_two_calls_in_a_hundred(
    seed: int,
) -> None:
    took, calls = run(25.0, same=False, rng=Random(seed))
    assert calls / REQUESTS == pytest.approx(1 + SLOW, abs=0.005)
    assert 30 < at(0.99, took) < 45  # the wait, and another answer
    # Both calls are slow in SLOW ** 2 of them: that tail remains.
    assert took[-1] > 300


def test_two_at_once_double_the_load() -> None:
    took, calls = run(0.0, same=False, rng=Random(1))
    assert calls == 2 * REQUESTS
    assert at(0.999, took) < 20


@pytest.mark.parametrize("seed", range(3))
def test_an_expensive_request_is_expensive_twice(seed: int) -> None:
    took, calls = run(25.0, same=True, rng=Random(seed))
    assert at(0.99, took) > 400
    assert calls > REQUESTS
