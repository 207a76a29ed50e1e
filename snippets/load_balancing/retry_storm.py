"""Retry storm: five seconds of outage that only the retries keep alive.

Simulated: a server works in order of arrival and can't see who has left.
Clients come evenly, wait TIMEOUT, then leave or call again.
Time: O(calls log calls). Space: O(calls).
Source: N. Bronson et al., "Metastable failures in distributed systems",
HotOS 2021, https://doi.org/10.1145/3458336.3465286
"""

from heapq import heappop, heappush
from random import Random

RATE, CAPACITY, TIMEOUT = 70, 100, 1.0  # per second; seconds
DOWN, UP, STEP, STEPS = 20.0, 25.0, 20, 6  # seconds
REST, WINDOW = 5.0, 20  # the breaker: seconds open; calls it looks at


def run(rule: str, rng: Random) -> list[float]:
    """Percentage of requests answered in time, by STEP; calls per request.

    By "backoff" retry n waits up to 4 * 2**n s, by "drop" the server begins
    nothing that would be late.
    """
    tries, pause = 1 if rule == "1 try" else 3, 4 * (rule == "backoff")
    requests = [number / RATE for number in range(RATE * STEP * STEPS)]
    events = [(begun, 1, begun) for begun in requests]  # when, what, of whom
    good, calls, saved, free = [0] * STEPS, 0, 0.0, 0.0
    opened, ended = -REST, [True] * WINDOW  # by the breaker; the last calls
    while events:
        now, attempt, begun = heappop(events)
        if attempt <= 0:  # 0: a call was in time, -n: try n was not
            ended = [*ended[1:], attempt == 0]
            if 2 * ended.count(False) > WINDOW:
                opened, ended = now, [True] * WINDOW
            if 0 < -attempt < tries and (rule != "budget" or saved >= 1):
                saved -= 1
                again = now + pause * rng.random() * 2**-attempt
                heappush(events, (again, 1 - attempt, begun))
            continue
        saved = min(10.0, saved + 0.1) if attempt == 1 else saved
        if rule == "breaker" and now < opened + REST:
            continue
        start = max(free, now)  # free: when all that has come is done
        end = (UP if DOWN <= start < UP else start) + 1 / CAPACITY
        late = end > now + TIMEOUT
        free = free if late and rule == "drop" else end
        calls += 1
        good[int(begun / STEP)] += not late
        outcome = (now + TIMEOUT, -attempt) if late else (end, 0)
        heappush(events, (*outcome, begun))
    share = [100 * count / (RATE * STEP) for count in good]
    return [*share, calls / len(requests)]


if __name__ == "__main__":
    print("% by s   20  40  60  80 100 120  calls")
    for rule in ["1 try", "3 tries", "backoff", "budget", "breaker", "drop"]:
        *cells, load = run(rule, Random(1))
        row = "".join(f"{cell:4.0f}" for cell in cells)
        print(f"{rule:7}{row}{load:7.2f}")
