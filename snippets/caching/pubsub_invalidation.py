"""Publish/subscribe: an event reaches the servers that listen just then.

Time: O(subscribers) per event. Space: O(1), as no event is kept.
Source: Redis documentation, "Redis Pub/sub", section "Delivery semantics",
https://redis.io/docs/latest/develop/pubsub/
"""

import redis
from fakeredis import FakeRedis
from redis.client import PubSub

CHANNEL = "changed"


class Server:
    """A server with a cache in its own memory."""

    def __init__(self, hub: redis.Redis) -> None:
        self.memory = {"price:17": "10 €"}
        self._subscription = PubSub(hub.connection_pool)

    def connect(self) -> None:
        """Listen from now on."""
        self._subscription.subscribe(CHANNEL)
        self._subscription.get_message(timeout=5)  # confirms it

    def hear(self) -> None:
        """Delete what the next event names."""
        event = self._subscription.get_message(timeout=5)
        if event is not None:
            self.memory.pop(event["data"], None)


if __name__ == "__main__":
    hub = FakeRedis(decode_responses=True)
    ada, bob, cyd = Server(hub), Server(hub), Server(hub)
    ada.connect()
    bob.connect()  # cyd has lost its connection and tries again

    print("servers reached:", hub.publish(CHANNEL, "price:17"))
    cyd.connect()
    ada.hear()
    bob.hear()
    for name, server in {"ada": ada, "bob": bob, "cyd": cyd}.items():
        print(f"{name} holds", server.memory)
