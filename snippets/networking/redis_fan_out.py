"""Fan-out over servers: a hub has each message, each server its own clients.

Time: O(servers) per message. Space: pub/sub O(1), a stream O(what it keeps).
Source: Redis documentation, "Redis Pub/sub", section "Delivery semantics", and
"Redis Streams", https://redis.io/docs/latest/develop/data-types/streams/
"""

from typing import Any

from fakeredis import FakeRedis
from redis.client import PubSub

ROOM = "room:17"


class Server:
    """What it gives its clients: heard by pub/sub, or read from a stream."""

    def __init__(self, hub: Any) -> None:
        self._hub, self._last = hub, 0
        self.heard, self.read = list[str](), list[str]()
        self.connect()

    def connect(self) -> None:
        """Listen from now on."""
        self.channel = PubSub(self._hub.connection_pool)
        self.channel.subscribe(ROOM)
        self.channel.get_message(timeout=5)  # confirms it

    def receive(self) -> None:
        """Hear what is published, and read on after the last entry."""
        if event := self.channel.get_message(timeout=5):
            self.heard.append(event["data"])
        for _, fields in self._hub.xrange(ROOM, f"({self._last}-0"):
            number = int(fields["goal"])
            if number > self._last + 1:  # the stream keeps no more than that
                self.read.append("?")
            self._last = number
            self.read.append(fields["goal"])


if __name__ == "__main__":
    hub = FakeRedis(decode_responses=True)
    for kept in [100, 1]:
        hub.delete(ROOM)
        ada, bob = Server(hub), Server(hub)
        for n in range(1, 7):
            if n == 3:
                bob.channel.close()
            if n == 5:
                bob.connect()
            hub.xadd(ROOM, {"goal": n}, f"{n}-0")
            hub.xtrim(ROOM, kept, approximate=False)
            hub.publish(ROOM, str(n))
            for server in [ada, bob] if n not in (3, 4) else [ada]:
                server.receive()
        print(f"the stream keeps {kept}")
        for name, server in {"ada": ada, "bob": bob}.items():
            print(f"  {name}'s heard", *server.heard, "- read", *server.read)
            server.channel.close()
