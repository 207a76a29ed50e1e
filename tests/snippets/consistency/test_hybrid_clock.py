from random import Random

import pytest

from snippets.consistency.hybrid_clock import (
    HybridClock,
    is_lost,
    lost_in_theory,
)


@pytest.mark.parametrize("gap", [0, 50, 100, 200])
def test_an_unread_write_is_lost_as_often_as_in_theory(gap: int) -> None:
    rng = Random(2)
    lost = sum(is_lost(gap, has_read=False, rng=rng) for _ in range(20_000))
    assert lost / 20_000 == pytest.approx(lost_in_theory(gap), abs=0.012)


@pytest.mark.parametrize("gap", [0, 1, 200])
def test_a_write_that_has_read_the_other_is_never_lost(gap: int) -> None:
    rng = Random(2)
    assert not any(is_lost(gap, True, rng) for _ in range(2_000))


def test_stamps_of_a_node_grow_though_its_clock_stands_or_goes_back() -> None:
    clock = HybridClock(ahead=0)
    stamps = [clock.stamp(now) for now in (5, 5, 3, 6)]
    assert stamps == [(5, 0), (5, 1), (5, 2), (6, 0)]


def test_a_stamp_is_above_all_that_was_seen() -> None:
    clock = HybridClock(ahead=-10)
    clock.see((20, 3))
    assert clock.stamp(5) == (20, 4)
    clock.see((20, 1))
    assert clock.stamp(31) == (21, 0)


def test_no_stamp_is_ahead_of_the_fastest_clock() -> None:
    rng = Random(3)
    clocks = [HybridClock(ahead) for ahead in (-40, 0, 25)]
    for now in range(1_000, 3_000):
        one, two = rng.sample(clocks, 2)
        stamp = one.stamp(now)
        two.see(stamp)
        assert now - 40 <= stamp[0] <= now + 25


def test_an_old_stamp_that_is_seen_takes_nothing_back() -> None:
    clock = HybridClock(ahead=0)
    clock.stamp(20)
    clock.stamp(20)
    clock.see((5, 0))
    assert clock.stamp(10) == (20, 2)
    clock.see((5, 9))
    assert clock.stamp(10) == (20, 3)
