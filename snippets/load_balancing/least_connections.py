"""Least connections: who has the fewest open gets the next, ties in turn.

Time: O(servers) per request. Space: O(servers).
Source: nginx manual, "Module ngx_http_upstream_module", `least_conn`,
https://nginx.org/en/docs/http/ngx_http_upstream_module.html#least_conn
"""

from collections import Counter


class LeastConnections:
    """Counts open connections; a server of weight 2 may have twice as many."""

    def __init__(self, weights: dict[str, int], *, rotate: bool = True) -> None:
        self.weights = weights
        self.open = dict.fromkeys(weights, 0)
        self.rotate = rotate
        self._order = list(weights)  # who was chosen longest ago is first

    def acquire(self) -> str:
        """The server for a new connection."""
        server = min(
            self._order, key=lambda name: self.open[name] / self.weights[name]
        )
        self.open[server] += 1
        if self.rotate:
            self._order.remove(server)
            self._order.append(server)
        return server

    def release(self, server: str) -> None:
        """Take back one connection of the server."""
        self.open[server] -= 1


if __name__ == "__main__":
    balancer = LeastConnections({"A": 1, "B": 1, "C": 1})
    print("three open:", *[balancer.acquire() for _ in range(3)])
    balancer.release("A")
    print("A ends one, the next goes to", balancer.acquire())

    for rotate in [False, True]:
        balancer = LeastConnections({"A": 1, "B": 1, "C": 1}, rotate=rotate)
        seen: Counter[str] = Counter()
        for _ in range(3000):  # each ends before the next one starts
            server = balancer.acquire()
            seen[server] += 1
            balancer.release(server)
        print(
            f"3000 short ones, ties {'in turn' if rotate else 'to the first'}:"
        )
        print("  " + ", ".join(f"{name} {seen[name]}" for name in "ABC"))

    balancer = LeastConnections({"eight cores": 4, "two cores": 1})
    for _ in range(100):
        balancer.acquire()
    print("100 long ones by weight:", balancer.open)
