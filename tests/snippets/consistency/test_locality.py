from snippets.consistency.locality import ORDERS, count, in_real_time


def test_alone_is_together_in_real_time() -> None:
    histories, alone, together = count(in_real_time())
    assert histories == 324 * 70
    assert 0 < alone == together < histories


def test_eight_histories_are_sequential_alone_only() -> None:
    assert count([ORDERS]) == [324, 144, 136]


def test_there_are_six_orders_and_seventy_timings() -> None:
    assert len(ORDERS) == 6
    timings = in_real_time()
    assert len(timings) == 70
    assert min(len(orders) for orders in timings) == 1
    assert max(len(orders) for orders in timings) == 5
