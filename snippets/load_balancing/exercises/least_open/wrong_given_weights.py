"""A balancer keeps weights of its own."""

from collections.abc import Iterator
from contextlib import contextmanager


class LeastOpen:
    """Gives each request a server, and counts it for as long as it lasts.

    A server of weight 4 is as busy with 4 open requests as one of weight 1
    with 1. The least busy is next; if several are, the one that was chosen
    longest ago. A server that was never chosen comes before those that were,
    in the order of `weights`.
    """

    def __init__(self, weights: dict[str, int]) -> None:
        """Raises ValueError if there is no server, or a weight is below 1."""
        if not weights or min(weights.values()) < 1:
            raise ValueError(f"no servers, or a weight below 1: {weights}")
        self.weights = weights
        self.open = dict.fromkeys(weights, 0)
        self._order = list(weights)  # who was chosen longest ago is first

    @contextmanager
    def request(self) -> Iterator[str]:
        """The server of one request, which is open until the block ends."""
        server = min(self._order, key=self._busy)
        self._order.remove(server)
        self._order.append(server)
        self.open[server] += 1
        try:
            yield server
        finally:
            self.open[server] -= 1

    def _busy(self, server: str) -> float:
        return self.open[server] / self.weights[server]
