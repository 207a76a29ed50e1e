from random import Random

import pytest

from snippets.load_balancing.outlier_ejection import (
    BASE,
    FALL,
    RATE,
    SECONDS,
    SERVERS,
    run,
)

WELL = [0.0] * SERVERS


def one(errors: float) -> list[float]:
    return [errors, *WELL[1:]]


def test_without_errors_nothing_fails() -> None:
    assert run(WELL, 1.0, Random(1)) == 0


def test_without_ejection_one_of_ten_fails_a_tenth() -> None:
    assert run(one(1.0), 0.0, Random(1)) == pytest.approx(0.1)


def test_each_time_out_costs_five_errors_and_is_longer() -> None:
    failed = run(one(1.0), 0.1, Random(1)) * RATE * SECONDS
    # Out for 30, 60, 90 ... seconds: six times in ten minutes.
    times, out = 0, 0.0
    while out < SECONDS:
        times += 1
        out += BASE * times
    assert failed == pytest.approx(times * FALL)


@pytest.mark.parametrize("seed", range(3))
def test_an_error_in_ten_is_not_seen(seed: int) -> None:
    # Five in a row: once in about 10 ** 5 / 0.9 of its 6,000 requests.
    ejecting = run(one(0.1), 0.1, Random(seed))
    assert ejecting == pytest.approx(0.01, abs=0.002)


def test_the_limit_leaves_the_second_and_third_in() -> None:
    errors = [1.0] * 3 + [0.0] * 7
    # One of three is out: two of the nine that are left fail.
    assert run(errors, 0.1, Random(1)) == pytest.approx(2 / 9, abs=0.005)
    assert run(errors, 0.3, Random(1)) < 0.01


@pytest.mark.parametrize("seed", range(3))
def test_without_a_limit_a_common_fault_takes_all_out(seed: int) -> None:
    half = [0.5] * SERVERS
    assert run(half, 0.1, Random(seed)) == pytest.approx(0.5, abs=0.01)
    assert run(half, 1.0, Random(seed)) > 0.9
