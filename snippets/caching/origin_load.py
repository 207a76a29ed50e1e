"""Stampede: what one expiry of a popular entry costs, by protection.

Assumed: Poisson requests for one warm key; all recomputes take the same time,
whatever the load; the entry is back, and readers that wait know it, when the
first one ends. XFetch lets each request start a recompute with a chance of its
own. Picked so from Poisson requests the starts are Poisson too, and only they
are drawn, at rate * exp(-left / (delta * beta)) until the expiry, then at rate.

Time: O(requests during a recompute) per expiry. Space: O(the same).
Source: Vattani, Chierichetti, Lowenstein, "Optimal Probabilistic Cache
Stampede Prevention", PVLDB 8(8), 2015, https://doi.org/10.14778/2757807.2757813
"""

from math import exp, log
from random import Random
from statistics import fmean
from typing import Annotated, Any, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Counted = Literal["recomputes", "readers that wait", "seconds waited"]
RATES = [5.0, 10.0, 20.0, 50.0, 100.0, 200.0]  # requests per second
EXPIRIES = 200
Costs = dict[str, tuple[float, float, float]]  # by protection


def arrivals(rate: float, took: float, rng: Random) -> list[float]:
    """Requests from the expiry, at 0, until the first one has its answer."""
    times = [rng.expovariate(rate)]
    while (now := times[-1] + rng.expovariate(rate)) < times[0] + took:
        times.append(now)
    return times


def starts_until_answer(
    first: float, rate: float, scale: float, took: float
) -> float:
    """XFetch's expected starts until the answer of the one that is `first`.

    They grow by the factor e in each `scale` = delta * beta seconds until the
    expiry, where they are rate * scale, and by `rate` per second after it.
    """
    before = rate * scale
    early = first < before
    now = scale * log(first / before) if early else first / rate - scale
    now += took
    return before * exp(now / scale) if now < 0 else before + rate * now


def xfetch(rate: float, scale: float, took: float, rng: Random) -> int:
    """Recomputes for one expiry: the first, and those begun during it."""
    starts, number = rng.expovariate(1), 1
    last = starts_until_answer(starts, rate, scale, took)
    while (starts := starts + rng.expovariate(1)) < last:
        number += 1
    return number


def xfetch_theory(rate: float, scale: float, took: float) -> float:
    """The mean of that over 400 equally probable starts of the first one."""
    firsts = [-log((row + 0.5) / 400) for row in range(400)]
    lasts = [starts_until_answer(n, rate, scale, took) for n in firsts]
    return 1 + (sum(lasts) - sum(firsts)) / 400


def one_expiry(
    rate: float, scale: float, took: float, window: float, rng: list[Random]
) -> Costs:
    """Recomputes, readers that wait, and the seconds that they all wait."""
    times = arrivals(rate, took, rng[0])
    waits = [times[0] + took - now for now in times]
    late = [times[0] + took - now for now in times if now >= window]
    n, early = len(times), xfetch(rate, scale, took, rng[1])
    return {
        "Unprotected": (n, n, n * took),
        "Mutex": (1, n, sum(waits)),
        "XFetch": (early, early, early * took),
        "SWR": (1, len(late), sum(late)),
    }


def theory(rate: float, scale: float, took: float) -> Costs:
    """What is expected of the same, where a formula is known."""
    n, early = 1 + rate * took, xfetch_theory(rate, scale, took)
    return {
        "Unprotected (theory)": (n, n, n * took),
        "Mutex (theory)": (1, n, took + rate * took * took / 2),
        "XFetch (theory)": (early, early, early * took),
    }


def simulate(
    counted: Counted = "recomputes",
    recompute_time: Annotated[
        int, Interval(ge=100, le=1_000), MultipleOf(100), Unit("ms")
    ] = 500,
    beta: Annotated[float, Interval(ge=0.5, le=3), MultipleOf(0.5)] = 1,
    slowdown: Annotated[
        float, Interval(ge=1, le=3), MultipleOf(0.5), Unit("times the last")
    ] = 1,
    stale_window: Annotated[
        float, Interval(ge=0, le=3), MultipleOf(0.25), Unit("s")
    ] = 3,
    seed: int = 11,
) -> Annotated[
    dict[str, list[float | None]], Unit("per expiry"), Interval(gt=0)
]:
    """What is counted over the rate, as the mean of 200 expiries.

    The last recompute took `recompute_time`, which XFetch takes for its delta;
    those that are counted take `slowdown` times as long.
    """
    column = get_args(Counted).index(counted)
    rng = [Random(seed), Random(seed + 1)]  # of readers, of XFetch
    scale = beta * recompute_time / 1_000
    took = slowdown * recompute_time / 1_000
    table: dict[str, list[float | None]] = {"Requests per second": [*RATES]}
    for rate in RATES:
        setting = rate, scale, took, stale_window
        runs = [one_expiry(*setting, rng) for _ in range(EXPIRIES)]
        mean = {n: fmean(run[n][column] for run in runs) for n in runs[0]}
        mean |= {n: c[column] for n, c in theory(rate, scale, took).items()}
        for name, value in mean.items():
            table.setdefault(name, []).append(value or None)  # no log of 0
    return table


if __name__ == "__main__":
    settings: list[dict[str, Any]] = [{"counted": c} for c in get_args(Counted)]
    settings += [{"recompute_time": 1_000}, {"beta": 0.5}, {"beta": 2}]
    settings += [{"slowdown": 2}, {"slowdown": 2, "beta": 2}, {"slowdown": 3}]
    waiting: dict[str, Any] = {"counted": "readers that wait"}
    settings += [waiting | {"stale_window": s} for s in (0, 0.25)]
    print("200 requests/s: unprotected, mutex, XFetch, SWR; theory of three")
    for knobs in settings:
        means = [column[-1] or 0 for column in simulate(**knobs).values()][1:]
        setting = " ".join(f"{name}={value}" for name, value in knobs.items())
        print(*(f"{mean:6.1f}" for mean in means), f" {setting}")
    print("The same at", *(f"{c[0] or 0:.1f}" for c in simulate().values()))
