import pytest

from snippets.caching.modulo_sharding import KEYS, moved, server_of


@pytest.mark.parametrize("servers", [1, 2, 5])
def test_every_key_has_one_of_the_servers(servers: int) -> None:
    assert {server_of(key, servers) for key in KEYS} == set(range(servers))


@pytest.mark.parametrize("servers", [2, 4, 9, 20])
def test_when_a_server_joins_only_one_key_of_the_new_number_stays(
    servers: int,
) -> None:
    assert moved(servers, servers + 1) == pytest.approx(
        1 - 1 / (servers + 1), abs=0.005
    )


def test_when_a_server_fails_as_many_keys_move_as_when_it_joined() -> None:
    assert moved(5, 4) == moved(4, 5)


def test_doubling_moves_half_of_the_keys() -> None:
    assert moved(4, 8) == pytest.approx(0.5, abs=0.005)


def test_the_same_number_moves_nothing() -> None:
    assert moved(4, 4) == 0
