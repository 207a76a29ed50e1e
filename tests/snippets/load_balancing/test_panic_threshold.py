import pytest

from snippets.load_balancing.panic_threshold import (
    CAPACITY,
    LOAD,
    SERVERS,
    answered,
    served,
    with_panic,
)


@pytest.mark.parametrize(
    ("load", "expected"), [(0, 0), (60, 60), (100, 100), (150, 50), (200, 0)]
)
def test_a_server_with_too_much_serves_less(
    load: float, expected: float
) -> None:
    assert served(load) == expected
    assert served(10 * CAPACITY) == 0


def test_while_the_healthy_can_bear_it_asking_them_alone_is_best() -> None:
    for healthy in range(LOAD // CAPACITY, SERVERS + 1):
        assert answered(healthy, healthy) == 1.0


def test_asking_all_answers_the_share_of_the_healthy() -> None:
    for healthy in range(SERVERS + 1):
        assert answered(healthy, SERVERS) == pytest.approx(healthy / SERVERS)


def test_few_healthy_ones_alone_are_crushed() -> None:
    assert answered(3, 3) == 0 < answered(3, SERVERS)
    assert answered(5, 5) > answered(5, SERVERS)


def test_nobody_is_asked_and_nothing_answered() -> None:
    assert answered(0, 0) == 0


def test_panic_begins_below_its_threshold() -> None:
    assert with_panic(5, 0.5) == answered(5, 5)
    assert with_panic(4, 0.5) == answered(4, SERVERS)
    assert with_panic(5, 0.6) == answered(5, SERVERS)
