"""A packet that meets nobody revives nothing."""

from typing import Literal

IDLE, ROOM = 300.0, 1000  # seconds, connections


class FlowTable:
    """Sends each packet to the server that its connection began at."""

    def __init__(self, servers: list[str]) -> None:
        self._servers = list(servers)
        self._turn = 0
        self._flows: dict[str, tuple[str, float]] = {}

    def drain(self, server: str) -> None:
        """It gets no new connections, and keeps those that it has."""
        self._servers.remove(server)

    def packet(
        self, flow: str, kind: Literal["syn", "data", "reset"], now: float
    ) -> str | None:
        """The server that gets the packet; None if nobody does.

        `now` is in seconds and never goes back. A connection that has been
        silent for IDLE seconds or longer is forgotten. At most ROOM are known.
        """
        known = self._flows.get(flow)
        if known and now - known[1] < IDLE:
            server = known[0]
        elif kind != "syn":
            if known:
                self._flows[flow] = known[0], now
            return None
        else:
            self._flows.pop(flow, None)
            if len(self._flows) >= ROOM:
                self._flows = {
                    name: (server, last)
                    for name, (server, last) in self._flows.items()
                    if now - last < IDLE
                }
            if len(self._flows) >= ROOM or not self._servers:
                return None
            server = self._servers[self._turn % len(self._servers)]
            self._turn += 1
        self._flows[flow] = server, now
        if kind == "reset":
            del self._flows[flow]
        return server
