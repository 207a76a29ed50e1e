from random import Random

import pytest

from snippets.caching.cold_start import KEYS, RATE, SECONDS, misses


def test_each_key_is_missed_once() -> None:
    assert sum(misses(0, [], Random(2))) <= KEYS
    assert sum(misses(KEYS, [], Random(2))) == 0


def test_the_first_second_is_the_worst_without_preparation() -> None:
    counts = misses(0, [], Random(2))
    assert len(counts) == SECONDS
    assert max(counts) == counts[0] > RATE / 2


def test_loading_the_most_popular_keys_first_takes_the_peak_off() -> None:
    peaks = [max(misses(n, [], Random(2))) for n in [0, 100, 2_000]]
    assert peaks == sorted(peaks, reverse=True)
    assert peaks[2] < peaks[0] / 2


def test_a_ramp_takes_the_peak_off_without_knowing_the_keys() -> None:
    ramp = [0.05 * n for n in range(1, 21)]
    assert max(misses(0, ramp, Random(2))) < max(misses(0, [], Random(2))) / 2


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_ramp_lets_in_its_share(share: float) -> None:
    first = misses(0, [share], Random(2))[0]
    assert first <= RATE * share
