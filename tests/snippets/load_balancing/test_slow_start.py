import pytest

from snippets.load_balancing.slow_start import (
    CAPACITY,
    COLD,
    LOAD,
    OTHERS,
    SECONDS,
    WARM,
    capacity,
    run,
    weight,
)


def test_the_new_server_warms_up() -> None:
    assert capacity(0) == COLD
    assert capacity(WARM // 2) == (COLD + CAPACITY) / 2
    assert capacity(WARM) == capacity(10 * WARM) == CAPACITY


def test_the_weight_grows_to_that_of_the_others() -> None:
    assert weight(0, window=0) == 1.0
    assert weight(0, window=30) == 0.1
    assert weight(15, window=30) == 0.5
    assert weight(30, window=30) == weight(99, window=30) == 1.0


def test_without_a_window_its_share_buries_it() -> None:
    late, longest, _ = run(0)
    assert late > 1_000
    assert longest > CAPACITY


def test_a_window_as_long_as_the_warm_up_leaves_no_queue() -> None:
    late, longest, most = run(WARM)
    assert (late, longest) == (0, 0)
    assert most < CAPACITY


def test_a_short_window_helps_less_and_a_longer_one_no_more() -> None:
    assert 0 < run(10)[0] < run(0)[0]
    assert run(2 * WARM)[0] == run(WARM)[0]


def test_the_others_carry_on_with_nearly_all_at_first() -> None:
    assert run(0)[2] == LOAD / (OTHERS + 1)
    assert run(WARM)[2] == LOAD / (OTHERS + 0.1)


@pytest.mark.parametrize("window", range(0, 30, 5))
def test_late_is_who_finds_more_than_a_second_of_work(window: int) -> None:
    waiting = late = 0.0
    for second in range(SECONDS):
        mine = weight(second, window)
        arriving = LOAD * mine / (OTHERS + mine)
        if waiting > capacity(second):
            late += arriving
        waiting = max(0.0, waiting + arriving - capacity(second))
    assert run(window)[0] == late
