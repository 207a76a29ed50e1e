"""Retry load: an outage ends, and whether the server recovers.

A server does 100 calls per second, in order of arrival, and can't see who has
left. Clients come evenly, wait `timeout`, then leave or call again. A call
may also fail by itself, when it is done, with the probability `errors`.
Theory: r retries of calls that fail independently with probability f make
1 + f + ... + f^r = (1 - f^(r+1)) / (1 - f) calls per request; if all fail,
r + 1. A budget lets retries be a tenth of the requests.

Time: O(calls log calls). Space: O(calls).
Source: N. Bronson et al., "Metastable failures in distributed systems",
HotOS 2021, https://doi.org/10.1145/3458336.3465286; budget: B. Beyer et al.
(ed.), Site Reliability Engineering, chapter 21, "Deciding to Retry",
https://sre.google/sre-book/handling-overload/
"""

from heapq import heappop, heappush
from random import Random
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Guard = Literal["None", "Budget", "Breaker", "Drop late"]
CAPACITY, DOWN, END, STEP = 100, 10, 60, 5  # calls per second; seconds
REST, WINDOW = 5.0, 20  # the breaker: seconds open; calls it looks at


def amplification(failing: float, retries: int) -> float:
    """Calls per request if each call fails with this probability."""
    return sum(failing**number for number in range(retries + 1))


def run(
    demand: int,
    retries: int,
    guard: Guard,
    outage: int,
    timeout: float,
    errors: float,
    rng: Random,
) -> tuple[list[float], list[float]]:
    """Calls, and answers in time, per second in each STEP."""
    calls, useful = [0.0] * (END // STEP), [0.0] * (END // STEP)
    # When, what: a call's number from 0, or -1 in time, -2 failed.
    events = [(n / demand, 0) for n in range(demand * END)]
    up, free, saved, opened = DOWN + outage, 0.0, 0.0, -REST
    ended = [True] * WINDOW
    while events:
        now, number = heappop(events)
        if now >= END:
            break
        if number < 0:  # how a call ended, for the breaker
            ended = [*ended[1:], number == -1]
            if 2 * ended.count(False) > WINDOW:
                opened, ended = now, [True] * WINDOW
            continue
        if number == 0:
            saved = min(10.0, saved + 0.1)
        elif guard == "Budget":
            if saved < 1:
                continue
            saved -= 1
        if guard == "Breaker" and now < opened + REST:
            continue
        calls[int(now / STEP)] += 1 / STEP
        start = max(free, now)  # free: when all that has come is done
        end = (up if DOWN <= start < up else start) + 1 / CAPACITY
        late = end > now + timeout
        if not (late and guard == "Drop late"):
            free = end
        if late:
            end = now + timeout
        failed = late or rng.random() < errors / 100
        if failed and number < retries:
            heappush(events, (end, number + 1))
        elif not failed and end < END:
            useful[int(end / STEP)] += 1 / STEP
        if guard == "Breaker":
            heappush(events, (end, -1 - failed))
    return calls, useful


def simulate(
    demand: Annotated[
        int, Interval(ge=20, le=95), MultipleOf(5), Unit("% of capacity")
    ] = 70,
    retries: Annotated[int, Interval(ge=0, le=4)] = 2,
    guard: Guard = "None",
    outage: Annotated[int, Interval(ge=0, le=15), Unit("s")] = 5,
    timeout: Annotated[int, Interval(ge=1, le=10), Unit("s")] = 1,
    errors: Annotated[
        int, Interval(ge=0, le=60), MultipleOf(5), Unit("% of calls")
    ] = 0,
    seed: int = 27,
) -> Annotated[dict[str, list[float]], Unit("% of capacity"), Interval(ge=0)]:
    """Offered and useful load, and what theory says at rest and in a storm."""
    calls, useful = run(
        demand, retries, guard, outage, timeout, errors, Random(seed)
    )
    rest, storm = amplification(errors / 100, retries), retries + 1.0
    if guard == "Budget":
        rest, storm = min(rest, 1.1), min(storm, 1.1)
    steps = range(END // STEP)
    return {
        "Seconds": [STEP * (step + 0.5) for step in steps],
        "Calls": calls,
        "Useful": useful,
        "Calls at rest (theory)": [demand * rest for _ in steps],
        "If all fail (theory)": [demand * storm for _ in steps],
    }


if __name__ == "__main__":
    settings: list[tuple[int, int, Guard, int, int, int]] = [
        *((70, 2, guard, 5, 1, 0) for guard in get_args(Guard)),
        *((70, retries, "None", 5, 1, 0) for retries in (0, 1)),
        *((demand, 2, "None", 5, 1, 0) for demand in (30, 35)),
        *((45, retries, "None", 5, 1, 0) for retries in (0, 1, 2)),
        (95, 2, "Budget", 5, 1, 0),
        *((70, 2, "None", outage, 1, 0) for outage in (0, 1)),
        *((70, 2, "None", 5, timeout, 0) for timeout in (5, 6)),
        *((70, 2, "None", 0, 1, errors) for errors in (20, 30, 40)),
        (70, 2, "Budget", 0, 1, 40),
    ]
    print("demand retries guard outage timeout errors: by 5 s")
    for values in settings:
        print(*values)
        for name, row in list(simulate(*values).items())[1:]:
            print(f"  {name:22}", *(f"{value:3.0f}" for value in row))
