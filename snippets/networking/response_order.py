"""Response order: one slow answer holds a pipeline, and no other stream.

Assumed: a round trip is all that the network costs, and the server works on
any number of requests at once. Times in milliseconds.

Time: O(requests * log connections). Space: O(requests).
Source: RFC 9112, section 9.3, https://www.rfc-editor.org/rfc/rfc9112#section-9.3
"""

from heapq import heapreplace
from itertools import accumulate

ROUND_TRIP = 100
SETUP = 2 * ROUND_TRIP  # TCP, then TLS 1.3
SLOW, FAST = 3_000, 10
WORK = [FAST] * 4 + [SLOW] + [FAST] * 25  # the fifth answer is slow


def new_connection_each(work: list[int]) -> list[int]:
    """When each answer is complete, one request after the other."""
    return list(accumulate(SETUP + ROUND_TRIP + task for task in work))


def persistent(work: list[int], connections: int) -> list[int]:
    """The same, each request on the first connection that is free."""
    free, done = [SETUP] * connections, []
    for task in work:
        done.append(free[0] + ROUND_TRIP + task)
        heapreplace(free, done[-1])
    return done


def multiplexed(work: list[int]) -> list[int]:
    """All requests at once, each answer as soon as it is ready."""
    return [SETUP + ROUND_TRIP + task for task in work]


def pipelined(work: list[int]) -> list[int]:
    """All requests at once, the answers in the order of the requests."""
    return list(accumulate(multiplexed(work), max))


if __name__ == "__main__":
    print(f"{len(WORK)} answers of {FAST} ms, but the fifth takes {SLOW} ms")
    print("                      setups  done in 0.5 s  mean ms  last ms")
    for name, setups, done in [
        ("a connection each", len(WORK), new_connection_each(WORK)),
        ("one, kept open", 1, persistent(WORK, 1)),
        ("one, pipelined", 1, pipelined(WORK)),
        ("six, kept open", 6, persistent(WORK, 6)),
        ("one, multiplexed", 1, multiplexed(WORK)),
    ]:
        soon = sum(time <= 500 for time in done)
        mean = sum(done) / len(done)
        print(f"{name:20}{setups:8}{soon:15}{mean:9,.0f}{max(done):9,}")
