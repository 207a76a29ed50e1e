"""Connection pinning: balanced by connection, requests stay where they began.

Assumed: each client keeps one HTTP/2 connection and sends its requests over
it; a connection goes to the server that has the fewest of them.

Time: O(requests * servers). Space: O(clients).
Source: RFC 9113, section 6.8, https://www.rfc-editor.org/rfc/rfc9113#section-6.8
"""

from collections import Counter
from dataclasses import dataclass

CLIENTS = [12, 1, 1, 1, 1, 1, 1, 1, 1]  # requests per second of each client
SECONDS = 60  # with three servers, then as many with a fourth


@dataclass(frozen=True, slots=True)
class Balancer:
    """By request, or by connection, which may get a GOAWAY at some age."""

    per_request: bool
    oldest: int = 2 * SECONDS + 1  # seconds until GOAWAY


def share(balancer: Balancer) -> list[Counter[str]]:
    """Requests by server, before and after the fourth server comes."""
    servers, pinned = ["a", "b", "c"], dict[int, tuple[str, int]]()
    halves, requests = [Counter[str](), Counter[str]()], 0
    for now in range(2 * SECONDS):
        if now == SECONDS:
            servers.append("d")
        for client, rate in enumerate(CLIENTS):
            if client in pinned and now - pinned[client][1] >= balancer.oldest:
                del pinned[client]  # GOAWAY: it opens another connection
            if client not in pinned:
                load = Counter(server for server, _ in pinned.values())
                server = min(servers, key=lambda name: load[name])
                pinned[client] = server, now
            for _ in range(rate):
                server = pinned[client][0]
                if balancer.per_request:
                    server = servers[requests % len(servers)]
                halves[now >= SECONDS][server] += 1
                requests += 1
    return halves


if __name__ == "__main__":
    print("requests at the servers a, b, c, and d, which is new in minute 2")
    for name, balancer in [
        ("by connection", Balancer(per_request=False)),
        ("GOAWAY after 10 s", Balancer(per_request=False, oldest=10)),
        ("by request", Balancer(per_request=True)),
    ]:
        for minute, counts in enumerate(share(balancer), start=1):
            row = "".join(f"{counts[server]:6}" for server in "abcd")
            print(f"{name:18} minute {minute}:{row}")
