"""Response time over utilisation: what the rule that picks a server costs.

Assumed: Poisson arrivals; a server does one request at a time, in order of
arrival; the balancer's counts are exact. A time of 1 is the mean work. Each
policy and utilisation meets the same requests. Theory: random choice makes each
server an M/M/1, a shared queue is an M/M/c. One server may be slow.

Time: O(requests * servers) per utilisation. Space: O(requests).
Source: Harchol-Balter, "Performance Modeling and Design of Computer Systems",
2013, chapters 13 and 14, https://doi.org/10.1017/CBO9781139226424
"""

from heapq import heappop, heappush
from math import exp
from random import Random
from statistics import fmean
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Policy = Literal[
    "Random", "Round robin", "Two choices", "Least connections", "Shared queue"
]
Service = Literal["Exponential", "Constant"]
Quantity = Literal["Mean", "p50", "p99"]
LOADS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
CASES: dict[str, tuple[Quantity, int, float, Service]] = {
    "Mean": ("Mean", 10, 1, "Exponential"),
    "p99": ("p99", 10, 1, "Exponential"),
    "p99, slowest 0.5": ("p99", 10, 0.5, "Exponential"),
    "p99, constant": ("p99", 10, 1, "Constant"),
}
REQUESTS, WARM_UP = 4_000, 1_000  # the first fill the queues, uncounted
Requests = list[tuple[float, float]]  # the gap before each, and its work


def draw(service: Service, count: int, rng: Random) -> Requests:
    """Requests whose gaps and works both have a mean of one."""
    gap, constant = rng.expovariate, service == "Constant"
    return [(gap(1), 1.0 if constant else gap(1)) for _ in range(count)]


def response_times(
    policy: Policy, load: float, speeds: list[float], requests: Requests
) -> list[float]:
    """Each request's response time; `load` is a share of what all can do."""
    chance, servers, rate = Random(1).random, len(speeds), load * sum(speeds)
    free = [0.0] * servers  # when each will have done what it has
    count = [0] * servers  # of the requests that each has open
    ends: list[tuple[float, int]] = []
    now, times = 0.0, []
    for number, (gap, work) in enumerate(requests):
        now += gap / rate
        while ends and ends[0][0] <= now:
            count[heappop(ends)[1]] -= 1
        if policy == "Round robin":
            chosen = number % servers
        elif policy == "Shared queue":  # it waits for the first to be free
            chosen = free.index(min(free))
        elif policy == "Least connections":  # of equals, the next in turn
            twice = count + count
            chosen = twice.index(min(count), number % servers) % servers
        else:
            chosen = int(chance() * servers)
            if policy == "Two choices":
                other = chosen + 1 + int(chance() * (servers - 1))
                if count[other % servers] < count[chosen]:
                    chosen = other % servers
        done = free[chosen] = max(now, free[chosen]) + work / speeds[chosen]
        count[chosen] += 1
        heappush(ends, (done, chosen))
        times.append(done - now)
    return times


def measure(quantity: Quantity, times: list[float]) -> float:
    """The mean, or the time that 50 or 99 of 100 requests stay within."""
    times = sorted(times[WARM_UP:])
    rank = int(quantity.strip("Meanp") or 0) * len(times) // 100
    return times[rank] if rank else fmean(times)


def theory(quantity: Quantity, terms: list[tuple[float, float]]) -> float:
    """The same, if a time exceeds t in sum(weight e^(-rate t)) of all cases."""
    if quantity == "Mean":
        return sum(weight / rate for weight, rate in terms)
    low, high = 0.0, 1e4
    while high - low > 1e-4:
        time = (low + high) / 2
        longer = sum(weight * exp(-rate * time) for weight, rate in terms)
        above = longer > 1 - int(quantity[1:]) / 100
        low, high = (time, high) if above else (low, time)
    return low


def at_random(q: Quantity, load: float, speeds: list[float]) -> float | None:
    """A queue for each server; None where one gets more than it can do."""
    rate, share = load * fmean(speeds), 1 / len(speeds)
    if rate >= min(speeds):
        return None
    return theory(q, [(share, speed - rate) for speed in speeds])


def shared(q: Quantity, load: float, servers: int) -> float:
    """One queue for all, by Erlang's formulas B and C."""
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked /= blocked + count / (servers * load)
    wait = blocked / (1 - load * (1 - blocked))  # a probability
    pace = servers * (1 - load) + 1e-9  # 1 would divide by zero
    both = wait / (pace - 1)
    return theory(q, [(1 + both, 1), (-both, pace)])


def simulate(
    policy: Policy = "Two choices",
    quantity: Quantity = "p99",
    servers: Annotated[int, Interval(ge=1, le=20)] = 10,
    slowest: Annotated[float, Interval(ge=0.1, le=1), MultipleOf(0.1)] = 1.0,
    service: Service = "Exponential",
    seed: int = 27,
) -> Annotated[dict[str, list[float | None]], Unit("mean service times")]:
    """Simulated response times, and those of theory where it has a formula."""
    requests = draw(service, REQUESTS, Random(seed))
    speeds = [slowest] + [1.0] * (servers - 1)
    runs = [response_times(policy, n, speeds, requests) for n in LOADS]
    table: dict[str, list[float | None]] = {
        "Utilisation (%)": [round(100 * load) for load in LOADS],
        policy: [measure(quantity, times) for times in runs],
    }
    if service == "Exponential":
        table["Random (theory)"] = [
            at_random(quantity, n, speeds) for n in LOADS
        ]
    if service == "Exponential" and slowest == 1:
        table["Shared queue (theory)"] = [
            shared(quantity, n, servers) for n in LOADS
        ]
    return table


if __name__ == "__main__":
    for title, knobs in CASES.items():
        print(f"{title}:")
        for policy in get_args(Policy):
            for name, column in list(simulate(policy, *knobs).items())[1:]:
                if policy == "Shared queue" or name == policy:
                    known = " ".join(f"{n:6.2f}" for n in column if n)
                    print(f"{name:21} {known}")
