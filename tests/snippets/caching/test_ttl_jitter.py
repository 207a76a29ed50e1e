from random import Random

import pytest

from snippets.caching.ttl_jitter import KEYS, TTL, busiest_seconds, lifetime


def test_without_jitter_the_burst_returns_whole_at_each_expiry() -> None:
    assert busiest_seconds(0, Random(1)) == [KEYS] * 4


@pytest.mark.parametrize("seed", range(10))
def test_ten_percent_of_jitter_divides_the_first_burst_by_fifty(
    seed: int,
) -> None:
    # Spread over 60 s: 167 a second on average, the busiest a bit above.
    assert 167 < busiest_seconds(0.1, Random(seed))[0] < KEYS / 45


@pytest.mark.parametrize("seed", range(10))
def test_each_expiry_spreads_the_keys_further(seed: int) -> None:
    first, *_, last = busiest_seconds(0.1, Random(seed))
    assert last < 0.8 * first


@pytest.mark.parametrize("jitter", [0, 0.1, 1])
def test_a_lifetime_stays_within_the_jitter(jitter: float) -> None:
    rng = Random(1)
    lives = [lifetime(jitter, rng) for _ in range(1_000)]
    assert min(lives) >= TTL * (1 - jitter)
    assert max(lives) <= TTL * (1 + jitter)
    assert sum(lives) / 1_000 == pytest.approx(TTL, rel=0.06)
