from snippets.networking.connection_pinning import (
    CLIENTS,
    SECONDS,
    Balancer,
    share,
)

EVERY = sum(CLIENTS) * SECONDS  # requests per minute


def test_every_request_is_counted() -> None:
    for balancer in [Balancer(True), Balancer(False), Balancer(False, 10)]:
        assert [half.total() for half in share(balancer)] == [EVERY, EVERY]


def test_by_request_the_servers_get_equal_shares() -> None:
    before, after = share(Balancer(per_request=True))
    assert set(before.values()) == {EVERY // 3}
    assert set(after.values()) == {EVERY // 4}


def test_by_connection_a_new_server_gets_nothing() -> None:
    before, after = share(Balancer(per_request=False))
    assert after["d"] == 0
    assert before == after


def test_by_connection_the_busy_client_loads_one_server() -> None:
    before, _ = share(Balancer(per_request=False))
    assert max(before.values()) >= max(CLIENTS) * SECONDS
    assert max(before.values()) > 2 * EVERY / 3


def test_goaway_lets_the_new_server_in_but_splits_no_client() -> None:
    _, after = share(Balancer(per_request=False, oldest=10))
    assert after["d"] > 0
    assert max(after.values()) >= max(CLIENTS) * SECONDS
