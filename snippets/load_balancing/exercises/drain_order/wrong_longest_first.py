"""They leave in the order given, none before those ahead."""

from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Server:
    """One of the pool; each is to be restarted once."""

    name: str
    capacity: int  # requests per second
    longest: int  # seconds that a connection to it may stay open


def drain_order(
    servers: list[Server], load: int, notice: int, restart: int
) -> dict[str, tuple[int, int]]:
    """When each server says that it leaves, and when it is stopped.

    From `leave` on the server counts as away. The balancer notices within
    `notice` seconds, and opens connections to it until then. After `stop` it
    takes `restart` seconds until it takes requests again. The servers that are
    not away bear the `load`, in requests per second, at every moment.

    They leave in the order given, the first one at 0, each as early as it can;
    several may be away at the same time. Each is stopped as soon as its last
    connection has ended. Raises ValueError if one of them can never leave.
    """
    here = sum(server.capacity for server in servers)
    if any(here - server.capacity < load for server in servers):
        raise ValueError(f"{load} per second leave no server to spare")
    plan: dict[str, tuple[int, int]] = {}
    away: list[tuple[int, int]] = []  # when it is back, its capacity
    now = 0
    for server in sorted(servers, key=lambda s: -s.longest):
        while here - server.capacity < load:
            now, capacity = heappop(away)
            here += capacity
        stop = now + notice + server.longest
        plan[server.name] = now, stop
        here -= server.capacity
        heappush(away, (stop + restart, server.capacity))
    return plan
