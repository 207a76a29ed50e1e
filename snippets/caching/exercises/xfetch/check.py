"""What XFetch promises, one promise per test."""

from collections.abc import Callable
from random import Random

import pytest
from solution import XFetchCache


class World:
    """A clock that computing moves, and a count of computations."""

    def __init__(self, seconds: float, ttl: float, beta: float = 1.0) -> None:
        self.now = 0.0
        self.seconds = seconds  # that a computation takes
        self.computed = 0
        self.random = Random(1).random
        self.cache: XFetchCache[str | None] = XFetchCache(
            self.compute, lambda: self.now, lambda: self.random(), ttl, beta
        )

    def compute(self, key: str) -> str | None:
        self.now += self.seconds
        self.computed += 1
        return None if key == "none" else f"{key} {self.computed}"

    def hit(self, at: float) -> bool:
        """Whether a read at this time computed."""
        before, self.now = self.computed, at
        self.cache.get("home")
        return self.computed > before


def share(seconds: float, left: float, beta: float = 1.0) -> float:
    """Share of reads that compute, with so many seconds left to expiry."""
    computed, random = 0, Random(2).random
    for _ in range(2_000):
        world = World(seconds, 1_000.0, beta)
        world.random = random
        world.cache.get("home")
        computed += world.hit(seconds + 1_000.0 - left)
    return computed / 2_000


def draws() -> tuple[float, float, float]:
    """Draws worth 0, 2.3 and 9.2 deltas, whether U or 1 - U is taken."""
    world = World(2.0, 60.0)
    world.random = lambda: 0.9
    world.cache.get("home")
    turned = world.hit(58.0)  # 4 s are left, and 1 - 0.9 is worth 4.6 s
    return (0.0, 0.9, 0.9999) if turned else (1 - 2**-53, 0.1, 0.0001)


def first(draw: float) -> Callable[[], float]:
    """A function that gives this draw, and 0.5 to whoever draws again."""
    rest = iter([draw])
    return lambda: next(rest, 0.5)


def test_a_missing_value_is_computed_once() -> None:
    world = World(2.0, 3_600.0)
    assert world.cache.get("home") == "home 1", "A miss computes the value."
    assert world.cache.get("about") == "about 2", "Each key has its own value."


@pytest.mark.parametrize("left", [3_599.0, 600.0])
def test_far_from_expiry_every_read_is_a_hit(left: float) -> None:
    world = World(2.0, 3_600.0)
    world.cache.get("home")
    refreshes = sum(world.hit(3_602.0 - left) for _ in range(500))
    assert refreshes == 0, (
        "Minutes before expiry no hit may refresh. The value takes 2 s, and "
        f"of 500 hits {refreshes} did. A logarithm of a draw is "
        "negative whatever it is multiplied with: compare instants, now and "
        "expiry, and scale by delta."
    )


def test_the_value_none_is_a_hit() -> None:
    world = World(2.0, 3_600.0)
    world.cache.get("none")
    world.cache.get("none")
    assert world.computed == 1, "A value of None is cached like any other."


@pytest.mark.parametrize("random", [0.0, 0.5, 0.999999])
def test_an_expired_value_is_computed_whatever_the_draw(random: float) -> None:
    world = World(2.0, 60.0)
    world.cache.get("home")
    world.random = first(random)
    assert world.hit(62.0), (
        "An expired entry must be computed, whatever the draw. It expires "
        "60 s after the end of its computation."
    )


def test_a_draw_of_zero_is_legal() -> None:
    world = World(2.0, 60.0)
    world.cache.get("home")
    world.random = first(0.0)
    try:
        world.hit(61.0)
    except (ValueError, OverflowError) as error:
        raise AssertionError(
            "`random()` may give 0.0. Its logarithm does not exist; "
            "1 - random() is never 0."
        ) from error


def test_the_share_near_expiry_is_exponential() -> None:
    # 2,000 reads have a standard error of 0.011; four of these.
    assert share(2.0, left=2.0) == pytest.approx(0.368, abs=0.045), (
        "One delta before expiry a read refreshes with probability 1/e. That "
        f"is 37 %; yours: {share(2.0, left=2.0):.0%}."
    )
    assert share(2.0, left=6.0) == pytest.approx(0.05, abs=0.02), (
        "Three deltas before expiry it is 5 %: the draw is exponential, with "
        f"no hard limit; yours: {share(2.0, left=6.0):.0%}."
    )
    world = World(2.0, 60.0)
    world.cache.get("home")
    *_, earliest = draws()
    world.random = lambda: earliest
    assert world.hit(44.0), (
        f"A draw of {earliest} is worth 9.2 deltas. Here that is 18.4 s, and "
        "18 s are left: the draw is exponential, with no hard limit."
    )


def test_delta_is_the_time_that_the_value_took() -> None:
    assert share(20.0, left=20.0) == pytest.approx(0.368, abs=0.045), (
        "The window grows with the time that the value took. Measure delta "
        "around the computation. A value of 20 s has its 37 % 20 s before "
        f"expiry; yours: {share(20.0, left=20.0):.0%}."
    )
    assert share(0.4, left=0.4) == pytest.approx(0.368, abs=0.045), (
        "Most values take less than a second. Whole seconds make their delta "
        "0, and then no hit refreshes early: keep the clock's fractions."
    )


def test_beta_widens_the_window() -> None:
    assert share(2.0, left=2.0, beta=2.0) == pytest.approx(0.607, abs=0.045), (
        "Twice the beta refreshes earlier: 61 % in place of 37 % one delta "
        "before expiry."
    )


def test_the_time_to_live_starts_when_the_value_is_there() -> None:
    world = World(100.0, 60.0, beta=0.001)
    world.cache.get("home")
    assert not world.hit(101.0), (
        "The time to live starts at the end of the computation. A value that "
        "takes longer than its time to live would be expired when stored."
    )


def test_a_refresh_is_returned_and_stored() -> None:
    world = World(2.0, 60.0)
    world.cache.get("home")
    world.now, world.random = 62.0, lambda: 0.5
    assert world.cache.get("home") == "home 2", (
        "Whoever refreshes gets the new value. It has waited for it."
    )
    assert not world.hit(90.0), (
        "A refresh replaces the entry. The new one was stored at 64 s and "
        "expires at 124 s: at 90 s it is a hit."
    )


def test_each_hit_draws_for_itself() -> None:
    late, early, _ = draws()
    world = World(2.0, 60.0)
    world.random = lambda: late
    world.cache.get("home")
    assert not world.hit(60.0), f"A draw of {late} refreshes at expiry only."
    world.random = lambda: early
    assert world.hit(60.0), (
        f"Each hit draws for itself. The first drew {late} and was early; this "
        f"one draws {early}, which is worth 4.6 s, and 2 s are left. With one "
        "draw per entry all processes that share it would refresh at once."
    )


def test_the_draw_comes_from_the_given_function() -> None:
    late, *_ = draws()
    world = World(2.0, 60.0)
    world.random = lambda: late
    world.cache.get("home")
    assert not any(world.hit(60.0) for _ in range(100)), (
        f"Draw by the function that the cache was given. It gives {late} here, "
        "which refreshes at expiry only: with draws from elsewhere no test "
        "can say what a hit does."
    )


def test_an_early_refresh_starts_a_new_time_to_live() -> None:
    late, early, _ = draws()
    world = World(2.0, 60.0)
    world.cache.get("home")
    world.random = lambda: early
    assert world.hit(58.0), f"4 s are left, and {early} is worth 4.6 s."
    world.random = lambda: late
    assert world.hit(120.0), (
        "A refresh starts a new time to live. This one ended at 60 s, so its "
        "value expires at 120 s; the 2 s that were left of the old one are "
        "no gift, the value is as old as it is."
    )


def test_each_key_has_an_entry_of_its_own() -> None:
    world = World(2.0, 3_600.0)
    world.cache.get("home")
    world.cache.get("about")
    assert world.cache.get("home") == "home 1", (
        "Each key has an entry of its own. The one of `about` must not push "
        "`home` out."
    )


def test_each_entry_has_a_delta_of_its_own() -> None:
    world = World(20.0, 1_000.0)
    world.cache.get("home")
    world.seconds = 0.001
    world.cache.get("about")
    world.random = lambda: 0.5
    assert world.hit(1_010.0), (
        "Each entry keeps its own delta. `home` took 20 s, so 10 s before "
        "expiry a draw of 0.5 refreshes it, although `about`, which was "
        "computed after it, took 1 ms."
    )


def test_delta_is_measured_at_each_computation() -> None:
    world = World(2.0, 60.0)
    world.cache.get("home")
    world.now, world.seconds, world.random = 62.0, 20.0, lambda: 0.5
    world.cache.get("home")
    assert world.hit(130.0), (
        "Delta is the time of the last computation. The second took 20 s and "
        "its value expires at 142 s: at 130 s a draw of 0.5 refreshes it."
    )
    world.seconds = 1.0
    assert world.hit(200.0), "Its value, stored at 150 s, expires at 210 s."
    assert not world.hit(255.0), (
        "Delta is the time of the last computation. That took 1 s, not the "
        "20 s of the one before, and its value expires at 261 s: at 255 s a "
        "draw of 0.5 is a hit."
    )
