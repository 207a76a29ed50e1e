import pytest
from fakeredis import FakeRedis

from snippets.networking.redis_fan_out import ROOM, Server


def publish(hub: FakeRedis, number: int) -> None:
    hub.xadd(ROOM, {"goal": number}, f"{number}-0")
    hub.publish(ROOM, str(number))


@pytest.fixture
def hub() -> FakeRedis:
    return FakeRedis(decode_responses=True)


def test_each_server_gets_each_message_while_it_listens(
    hub: FakeRedis,
) -> None:
    servers = [Server(hub), Server(hub)]
    for number in (1, 2):
        publish(hub, number)
        for server in servers:
            server.receive()
    for server in servers:
        assert server.heard == server.read == ["1", "2"]


def test_what_was_published_meanwhile_is_lost_and_the_stream_has_it(
    hub: FakeRedis,
) -> None:
    server = Server(hub)
    publish(hub, 1)
    server.receive()
    server.channel.close()
    publish(hub, 2)
    server.connect()
    publish(hub, 3)
    server.receive()
    assert server.heard == ["1", "3"]
    assert server.read == ["1", "2", "3"]


def test_what_the_stream_has_trimmed_is_noticed(hub: FakeRedis) -> None:
    server = Server(hub)
    for number in range(1, 5):
        publish(hub, number)
    hub.xtrim(ROOM, 1, approximate=False)
    server.receive()
    assert server.read == ["?", "4"]


def test_nothing_is_read_twice(hub: FakeRedis) -> None:
    server = Server(hub)
    publish(hub, 1)
    server.receive()
    publish(hub, 2)
    server.receive()
    assert server.read == ["1", "2"]
