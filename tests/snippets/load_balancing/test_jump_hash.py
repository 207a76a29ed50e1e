from collections import Counter

import pytest

from snippets.load_balancing.jump_hash import KEYS, jump_hash, moved

# Of ClickHouse's tests, 00580_consistent_hashing_functions.
VECTORS = [
    (1, 1, 0),
    (42, 57, 43),
    (256, 1024, 520),
    (3735883980, 1, 0),
    (3735883980, 666, 361),
    (16045690984833335023, 255, 237),
]


@pytest.mark.parametrize(("key", "buckets", "bucket"), VECTORS)
def test_it_agrees_with_another_implementation(
    key: int, buckets: int, bucket: int
) -> None:
    assert jump_hash(key, buckets) == bucket


def test_a_key_stays_or_goes_to_the_new_bucket() -> None:
    for key in KEYS[:500]:
        for buckets in range(1, 40):
            before, after = jump_hash(key, buckets), jump_hash(key, buckets + 1)
            assert after in {before, buckets}


@pytest.mark.parametrize("buckets", [2, 7, 10])
def test_buckets_are_even_up_to_chance(buckets: int) -> None:
    counts = Counter(jump_hash(key, buckets) for key in KEYS)
    mean = len(KEYS) / buckets
    assert set(counts) == set(range(buckets))
    assert all(abs(n - mean) < 5 * mean**0.5 for n in counts.values())


def test_one_key_in_n_plus_1_moves_when_one_joins() -> None:
    ten = list("abcdefghij")
    assert moved(ten, [*ten, "k"]) == pytest.approx(1 / 11, abs=0.01)


@pytest.mark.parametrize("gone", range(10))
def test_closing_the_gap_moves_all_behind_it(gone: int) -> None:
    ten = list("abcdefghij")
    # Who stays: keys of buckets before the gap, and the few of the last
    # bucket that the nine others' hash sends to the same server again.
    stays = 0.9 if gone == 9 else gone / 10 + 1 / 90
    share = moved(ten, ten[:gone] + ten[gone + 1 :])
    assert share == pytest.approx(1 - stays, abs=0.015)


def test_swapping_with_the_last_moves_two_buckets() -> None:
    share = moved(list("abcdefghij"), list("abcjefghi"))
    assert share == pytest.approx(0.1 + 0.1 * 8 / 9, abs=0.01)


def test_no_bucket_is_refused() -> None:
    with pytest.raises(ValueError, match="got 0"):
        jump_hash(17, 0)


def test_a_key_jumps_about_five_times_for_a_hundred_buckets() -> None:
    # Bucket n is entered with probability 1/n: the harmonic number of 100.
    keys = KEYS[:1_000]
    homes = [{jump_hash(key, n) for n in range(1, 101)} for key in keys]
    assert sum(map(len, homes)) / len(keys) == pytest.approx(5.19, abs=0.25)
