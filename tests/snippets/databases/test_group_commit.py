import pytest

from snippets.databases.group_commit import FLUSH, WORK, simulate


def test_alone_a_group_changes_nothing() -> None:
    assert simulate(1, grouped=True) == simulate(1, grouped=False)
    rate, wait = simulate(1, grouped=True)
    assert rate == pytest.approx(1_000 / (WORK + FLUSH), rel=0.03)
    assert wait == pytest.approx(FLUSH)


def test_a_flush_each_is_limited_by_the_device() -> None:
    rate, _ = simulate(64, grouped=False)
    assert rate == pytest.approx(1_000 / FLUSH, rel=0.01)


@pytest.mark.parametrize("clients", [16, 64, 256])
def test_in_a_group_the_wait_is_a_flush_and_the_rest_of_one(
    clients: int,
) -> None:
    rate, wait = simulate(clients, grouped=True)
    assert FLUSH < wait < 2 * FLUSH
    assert wait == pytest.approx(1.5 * FLUSH, rel=0.05)
    assert rate == pytest.approx(1_000 * clients / (WORK + wait), rel=0.03)


@pytest.mark.parametrize("grouped", [False, True])
def test_clients_rate_and_time_agree_as_in_littles_law(grouped: bool) -> None:
    rate, wait = simulate(4, grouped=grouped)
    assert rate * (WORK + wait) == pytest.approx(4_000, rel=0.03)
