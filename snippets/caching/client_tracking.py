"""Client tracking: the server says when a copy in your process went stale.

Time: O(readers of the key) per write. Space: O(keys read) at the server.
Assumed: messages arrive at once, in order, on one connection per client.
Source: https://redis.io/docs/latest/develop/reference/client-side-caching/
"""

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Server:
    """A store that remembers which client may hold a copy of which key."""

    values: dict[str, str]
    readers: dict[str, set["Client"]] = field(default_factory=dict)

    def get(self, key: str, client: "Client") -> str | None:
        """The value, or None; the client will be told once if it changes."""
        self.readers.setdefault(key, set()).add(client)
        return self.values.get(key)

    def set(self, key: str, value: str) -> None:
        """Store it, then tell and forget those who have read the key."""
        self.values[key] = value
        for client in self.readers.pop(key, set()):
            client.copies.pop(key, None)


@dataclass(eq=False, slots=True)
class Client:
    """An application server, with copies of what it has read."""

    server: Server
    flushes: bool
    copies: dict[str, str | None] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        """The copy if there is one, else what the server says."""
        if key not in self.copies:
            self.copies[key] = self.server.get(key, self)
        return self.copies[key]

    def reconnect(self) -> None:
        """A new connection: nothing that the old one read is tracked."""
        for clients in self.server.readers.values():
            clients.discard(self)
        if self.flushes:
            self.copies.clear()


if __name__ == "__main__":
    for flushes in [False, True]:
        client = Client(Server({"price": "10"}), flushes)
        print("read", client.get("price"))
        client.server.set("price", "11")
        print("written 11, read", client.get("price"))
        client.reconnect()
        client.server.set("price", "12")
        print(f"reconnect, {flushes=}: written 12, read", client.get("price"))
