from random import Random

import pytest

from snippets.databases.delta_of_delta import decode, encode


def test_an_even_step_takes_a_bit() -> None:
    assert len(encode([10, 20, 30, 40], 0)) == (2 + 7) + 3


@pytest.mark.parametrize(
    ("change", "bits"),
    [
        (0, 1),
        (1, 9),
        (-63, 9),
        (64, 9),
        (-64, 12),
        (65, 12),
        (256, 12),
        (257, 16),
        (-2047, 16),
        (2048, 16),
        (2049, 36),
        (-2048, 36),
        (2**31, 36),
    ],
)
def test_a_change_takes_the_bits_of_its_range(change: int, bits: int) -> None:
    assert len(encode([change], 0)) == bits
    assert list(decode(encode([change], 0), 0)) == [change]


def test_what_is_decoded_is_what_was_encoded() -> None:
    rng = Random(7)
    for spread in [1, 50, 300, 5_000, 100_000]:
        times, now = [], 1_700_000_000
        for _ in range(100):
            now += rng.randrange(-spread, spread + 1)
            times.append(now)
        start = 1_700_000_000
        assert list(decode(encode(times, start), start)) == times


def test_one_late_reading_costs_three_times() -> None:
    late = encode([10, 20, 31, 40, 50], 0)  # the step: 11, 9 and 10 again
    assert len(late) - len(encode([10, 20, 30, 40, 50], 0)) == 3 * 8


def test_no_times_take_no_bits() -> None:
    assert encode([], 5) == ""
    assert list(decode("", 5)) == []


def test_a_change_over_32_bits_is_an_error() -> None:
    with pytest.raises(ValueError, match="too far"):
        encode([2**31 + 1], 0)
