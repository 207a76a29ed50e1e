from math import exp
from random import Random

import pytest

from snippets.caching.xfetch import Entry, scaled_by_ttl, xfetch

PAGE = Entry("home", delta=0.5, expiry=100.0)


def share(left: float, beta: float) -> float:
    rng = Random(3)
    due = [
        xfetch(PAGE, PAGE.expiry - left, beta, 1 - rng.random())
        for _ in range(10_000)
    ]
    return sum(due) / len(due)


@pytest.mark.parametrize("beta", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("left", [0.1, 0.5, 1.0])
def test_the_share_falls_exponentially_with_the_time_left(
    left: float, beta: float
) -> None:
    # 10,000 draws: a standard error of at most 0.005; four of these.
    assert share(left, beta) == pytest.approx(
        exp(-left / (PAGE.delta * beta)), abs=0.02
    )


def test_far_from_expiry_nothing_is_refreshed() -> None:
    assert share(60.0, 1.0) == 0


@pytest.mark.parametrize("draw", [1e-300, 0.5, 1.0])
def test_an_expired_entry_is_refreshed_whatever_the_draw(draw: float) -> None:
    assert xfetch(PAGE, PAGE.expiry, 1.0, draw)


def test_a_draw_of_one_refreshes_only_what_has_expired() -> None:
    assert not xfetch(PAGE, 99.999, 1.0, 1.0)


def test_beta_zero_is_plain_expiry() -> None:
    assert not xfetch(PAGE, 99.999, 0.0, 1e-300)
    assert xfetch(PAGE, 100.0, 0.0, 0.5)


def test_what_costs_nothing_is_never_refreshed_early() -> None:
    assert not xfetch(Entry("x", 0.0, 100.0), 99.999, 1.0, 1e-300)


@pytest.mark.parametrize("left", [0.1, 1.0, 60.0, 3_600.0])
def test_the_wrong_formula_still_refreshes_on_every_hit(left: float) -> None:
    rng = Random(4)
    now = PAGE.expiry - left
    draws = [rng.uniform(1e-12, 1 - 1e-12) for _ in range(1_000)]
    assert all(
        scaled_by_ttl(PAGE, now, beta, u) for beta in (0.1, 9) for u in draws
    )


def test_the_wrong_formula_still_never_refreshes_without_an_expiry() -> None:
    # Redis answers TTL with -1 for a key that does not expire.
    assert not scaled_by_ttl(Entry("x", 0.5, -1.0), 0.0, 1.0, 0.5)
