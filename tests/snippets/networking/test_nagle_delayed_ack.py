import pytest

from snippets.networking.nagle_delayed_ack import ACK_TIMER, exchange


def took(parts: int, rtt: float, *, nodelay: bool) -> float:
    return exchange(parts, rtt, nodelay=nodelay)[-1][0]


@pytest.mark.parametrize("rtt", [0.1, 1.0, 50.0])
def test_two_writes_wait_for_the_timer_and_a_round_trip_more(
    rtt: float,
) -> None:
    assert took(2, rtt, nodelay=False) == pytest.approx(2 * rtt + ACK_TIMER)


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_with_nodelay_each_part_is_sent_at_once(parts: int) -> None:
    assert took(parts, 1.0, nodelay=True) == pytest.approx(1.0)


def test_one_write_waits_for_nothing() -> None:
    assert took(1, 1.0, nodelay=False) == pytest.approx(1.0)


def test_more_parts_wait_no_longer_than_two() -> None:
    two, seven = took(2, 1.0, nodelay=False), took(7, 1.0, nodelay=False)
    assert seven == pytest.approx(two)
    sent = [what for _, what in exchange(7, 1.0, nodelay=False)]
    assert sent[0] == "client sends 1 of 7, holds 6"
    assert sent[2] == "client sends 6 of 7, holds 0"


def test_time_never_runs_back() -> None:
    for nodelay in [False, True]:
        times = [at for at, _ in exchange(3, 1.0, nodelay=nodelay)]
        assert times == sorted(times)
