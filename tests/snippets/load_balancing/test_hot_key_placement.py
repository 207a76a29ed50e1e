import pytest

from snippets.load_balancing.hot_key_placement import (
    TOTAL,
    busiest,
    ranking,
)


@pytest.mark.parametrize("servers", [1, 5, 20, 80])
def test_no_number_of_servers_gets_below_the_hottest_key(servers: int) -> None:
    assert busiest(servers)[0] >= 1 / TOTAL


def test_copies_get_below_it() -> None:
    assert busiest(20, copied=1, copies=5)[0] < 1 / TOTAL


def test_more_servers_are_less_even() -> None:
    means = [busiest(servers)[1] for servers in [5, 10, 20, 40]]
    assert means == sorted(means)


def test_one_server_has_everything() -> None:
    assert list(busiest(1)) == pytest.approx([1, 1])


def test_copies_on_every_server_are_even_if_every_key_has_them() -> None:
    assert busiest(4, copied=10_000, copies=4)[1] == pytest.approx(1)


def test_a_cache_in_front_takes_the_hottest() -> None:
    assert busiest(20, in_front=100)[1] < busiest(20, in_front=1)[1]


def test_copies_are_on_the_next_servers_of_the_ranking() -> None:
    full = ranking(17, 10)
    assert sorted(full) == list(range(10))
    assert ranking(17, 9) == [server for server in full if server != 9]
