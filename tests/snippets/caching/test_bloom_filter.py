import pytest

from snippets.caching.bloom_filter import BloomFilter, false_positive_rate


def filled(keys: int, bits_per_key: float) -> BloomFilter:
    known = BloomFilter(keys, bits_per_key)
    for n in range(keys):
        known.add(f"k{n}")
    return known


@pytest.mark.parametrize("bits", [1, 4, 10, 16])
def test_what_was_added_is_never_denied(bits: int) -> None:
    known = filled(2_000, bits)
    assert all(f"k{n}" in known for n in range(2_000))


def test_an_empty_filter_denies_everything() -> None:
    known = BloomFilter(100, 10)
    assert not any(f"k{n}" in known for n in range(1_000))


@pytest.mark.parametrize("bits", [4, 8, 10])
def test_it_claims_absent_keys_about_as_often_as_the_formula_says(
    bits: int,
) -> None:
    known = filled(2_000, bits)
    absent = 50_000
    claimed = sum(f"absent{n}" in known for n in range(absent)) / absent
    expected = false_positive_rate(2_000, known.size, known.hashes)
    assert claimed == pytest.approx(expected, rel=0.15)


def test_ten_bits_per_key_claim_less_than_one_percent() -> None:
    assert false_positive_rate(1_000, 10_000, 7) == pytest.approx(
        0.0082, abs=0.0001
    )


def test_the_number_of_hashes_is_the_best_whole_number() -> None:
    for bits in [4, 8, 10, 16]:
        best = min(
            range(1, 30),
            key=lambda hashes: false_positive_rate(1, bits, hashes),
        )
        assert BloomFilter(1, bits).hashes == best


def test_more_keys_than_planned_make_it_claim_almost_everything() -> None:
    known = BloomFilter(100, 10)
    for n in range(5_000):
        known.add(f"k{n}")
    assert sum(f"absent{n}" in known for n in range(1_000)) > 990


def test_clearing_the_bits_of_one_key_still_loses_others() -> None:
    known = filled(1_000, 10)
    for n in range(10):
        known.clear_bits_of(f"k{n}")
    assert sum(f"k{n}" not in known for n in range(10, 1_000)) > 0
