"""Quorum staleness: how long a confirmed write is missed, for W, R and N.

Assumed: a write goes to all N replicas and is confirmed when W have it; a read
goes to all N and counts the first R answers. Each message takes a time of its
own, exponential with one mean; an answer takes none. A write's message may be
lost, and nothing repairs that. A read begins some time after the confirmation.
Time: O(trials * N log N). Space: O(trials).
Source: Bailis et al., "Probabilistically bounded staleness for practical
partial quorums", VLDB 2012, https://arxiv.org/abs/1204.6082
"""

from functools import cache
from math import comb, exp, inf
from random import Random
from typing import Annotated, Literal

from annotated_types import Interval, MultipleOf, Unit

TRIALS = 5_000
TIMES = [float(ms) for ms in range(0, 41, 5)]


def binomial(n: int, k: int, chance: float) -> float:
    """The probability of `k` successes in `n` trials."""
    return comb(n, k) * chance**k * (1 - chance) ** (n - k)


@cache
def missed(unread: int, asked: int, late: int, lost: int, race: bool) -> float:
    """The chance that the next `asked` answers all lack the write.

    Of `unread` replicas it is on its way to `late` and will never be at
    `lost`. In a race it may arrive while the read is on its way.
    """
    if asked == 0:
        return 1.0
    chance = 0.0
    if late:
        chance += late * missed(unread - 1, asked - 1, late - 1, lost, race)
    if lost:
        chance += lost * missed(unread - 1, asked - 1, late, lost - 1, race)
    if not race or not late:
        return chance / unread
    arrives = late * missed(unread, asked, late - 1, lost, race)
    return (arrives + chance) / (late + unread)


def stale(
    n: int, r: int, w: int, delay: float, lost: float, since: float, race: bool
) -> float:
    """The chance that a read `since` ms after the confirmation is stale.

    Exponential times have no memory: what is then on its way has as long to
    go as when it was sent.
    """
    chance = confirmed = 0.0
    for arrive in range(w, n + 1):
        share = binomial(n, arrive, 1 - lost)
        confirmed += share
        for late in range(arrive - w + 1):
            still = binomial(arrive - w, late, exp(-since / delay))
            chance += share * still * missed(n, r, late, n - arrive, race)
    return chance / confirmed


def done(n: int, k: int, delay: float, lost: float, within: float) -> float:
    """The chance that `k` of `n` messages arrive within so many ms."""
    arrived = (1 - lost) * (1 - exp(-within / delay))
    return sum(binomial(n, some, arrived) for some in range(k, n + 1))


def trial(
    n: int, r: int, w: int, delay: float, lost: float, rng: Random
) -> tuple[float, float, float, float]:
    """One write and one read, in ms.

    (An instant read is stale until, one that travels, write, read.)
    """
    sent = [
        inf if rng.random() < lost else rng.expovariate(1 / delay)
        for _ in range(n)
    ]
    confirmed = sorted(sent)[w - 1]
    asked = sorted((rng.expovariate(1 / delay), at) for at in sent)[:r]
    if confirmed == inf:
        return -inf, -inf, inf, asked[-1][0]
    instant = min(at - confirmed for _, at in asked)
    travels = min(at - confirmed - read for read, at in asked)
    return instant, travels, confirmed, asked[-1][0]


def simulate(
    show: Literal["Stale reads", "Latency"] = "Stale reads",
    n: Annotated[int, Interval(ge=1, le=7)] = 3,
    w: Annotated[int, Interval(ge=1, le=7)] = 1,
    r: Annotated[int, Interval(ge=1, le=7)] = 1,
    delay: Annotated[int, Interval(ge=1, le=20), Unit("ms")] = 10,
    lost: Annotated[int, Interval(ge=0, le=40), MultipleOf(5), Unit("%")] = 0,
    seed: int = 1,
) -> Annotated[dict[str, list[float]], Unit("of 100"), Interval(ge=0, le=100)]:
    """Reads that miss a confirmed write, or what has ended since it was sent.

    R or W above N count as N.
    """
    w, r, p, rng = min(w, n), min(r, n), lost / 100, Random(seed)
    trials = [trial(n, r, w, delay, p, rng) for _ in range(TRIALS)]
    instant, travels, writes, reads = zip(*trials, strict=True)
    confirmed = sum(at < inf for at in writes) or 1

    def after(values: tuple[float, ...], of: int) -> list[float]:
        return [100 * sum(v > ms for v in values) / of for ms in TIMES]

    if show == "Latency":
        return {
            "Since it was sent (ms)": TIMES,
            "Writes confirmed": [100 - v for v in after(writes, TRIALS)],
            "Reads answered": [100 - v for v in after(reads, TRIALS)],
            "Writes (theory)": [100 * done(n, w, delay, p, t) for t in TIMES],
            "Reads (theory)": [100 * done(n, r, delay, 0, t) for t in TIMES],
        }
    at_once, later = (
        [100 * stale(n, r, w, delay, p, t, race) for t in TIMES]
        for race in (False, True)
    )
    return {
        "Since the confirmation (ms)": TIMES,
        "Instant reads": after(instant, confirmed),
        "Reads that travel": after(travels, confirmed),
        "Instant (theory)": at_once,
        "Travel (theory)": later,
    }


if __name__ == "__main__":
    for case in ["3110", "3210", "3120", "3220", "3310", "7110", "3114"]:
        n, w, r, steps = map(int, case)
        print(f"N {n}, W {w}, R {r}, {5 * steps} % lost, of 100")
        for at in ("Stale reads", "Latency"):
            for name, row in simulate(at, n, w, r, lost=5 * steps).items():
                print(f"  {name:28}", *(f"{v:5.1f}" for v in row[::2]))
