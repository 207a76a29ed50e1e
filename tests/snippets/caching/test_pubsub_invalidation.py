from fakeredis import FakeRedis

from snippets.caching.pubsub_invalidation import CHANNEL, Server


def test_an_event_deletes_its_key_on_each_server_that_listens() -> None:
    hub = FakeRedis(decode_responses=True)
    ada, bob = Server(hub), Server(hub)
    ada.connect()
    bob.connect()
    assert hub.publish(CHANNEL, "price:17") == 2
    ada.hear()
    bob.hear()
    assert ada.memory == bob.memory == {}


def test_a_server_that_connects_later_keeps_the_old_value() -> None:
    hub = FakeRedis(decode_responses=True)
    cyd = Server(hub)
    assert hub.publish(CHANNEL, "price:17") == 0
    cyd.connect()
    hub.publish(CHANNEL, "price:18")
    cyd.hear()
    assert cyd.memory == {"price:17": "10 €"}
