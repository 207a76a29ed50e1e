"""Parallel probes: a server that hangs costs its own probe, nobody else's.

Simulated clock: 20 servers, asked each 5 s from 0 s on. The first HUNG ones
accept and never answer, the last one refuses at once, the others answer in
10 ms. Three failures take a server out.

Time: O(probes). Space: O(servers).
Source: DOM Standard, `AbortSignal.timeout()`,
https://dom.spec.whatwg.org/#dom-abortsignal-timeout
"""

from math import inf

SERVERS, HUNG, FALL = 20, 4, 3
INTERVAL, TIMEOUT, ANSWER = 5.0, 2.0, 0.01  # seconds
HORIZON = 600.0  # seconds; "never" is later than this


def probe(server: int, timeout: float) -> tuple[float, bool]:
    """How many seconds the probe takes, and whether it succeeds."""
    if server < HUNG:
        return timeout, False
    return ANSWER, server != SERVERS - 1


def found(timeout: float, parallel: bool) -> dict[int, float]:
    """When each server was taken out, in seconds from the start.

    A round starts each INTERVAL, but not before the last one has ended.
    """
    failures, out, start = [0] * SERVERS, dict[int, float](), 0.0
    while start < HORIZON:
        end = start
        for server in range(SERVERS):
            takes, succeeds = probe(server, timeout)
            answered = start + takes if parallel else end + takes
            end = max(end, answered)
            failures[server] = 0 if succeeds else failures[server] + 1
            if failures[server] == FALL and answered < HORIZON:
                out[server] = answered
        start = max(start + INTERVAL, end)
    return out


if __name__ == "__main__":
    print(f"taken out after     {'hung':>9}{'last':>9}")
    for title, timeout, parallel in [
        ("in turn, no timeout", inf, False),
        ("in turn, 2 s", TIMEOUT, False),
        ("parallel, no timeout", inf, True),
        ("parallel, 2 s", TIMEOUT, True),
    ]:
        out, row = found(timeout, parallel), f"{title:20}"
        for server in (0, SERVERS - 1):
            row += f"{out[server]:7.2f} s" if server in out else "    never"
        print(row)
