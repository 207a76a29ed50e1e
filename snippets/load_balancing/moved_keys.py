"""Moved keys and the busiest server, over the virtual nodes of each server.

Ideal hashes: independent draws, a server's by a generator with its name. Its
share of a ring is a gamma variable (shape: its points) over the sum of all, so
the busiest of n has, in means, the largest of n such variables over its mean.

Time: O(keys servers). Space: O(keys servers).
Source: Karger et al., 1997, https://doi.org/10.1145/258533.258660; Lamping,
Veach, 2014, https://arxiv.org/abs/1406.2294; Eisenbud et al., NSDI 2016;
Devroye, Non-Uniform Random Variate Generation, 1986, chapter V.
"""

from bisect import bisect
from collections import Counter
from itertools import count
from math import exp, inf, isqrt, sqrt
from operator import ne
from random import Random
from typing import Annotated, Any, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Scheme = Literal["Maglev", "Rendezvous", "Jump", "Modulo"]
Change = Literal["One joins", "The last leaves", "The middle leaves"]
POINTS = [1, 3, 10, 30, 100]  # of each server
type Keys = list[float]  # places from 0 to 1, in order
type Names = list[int]  # servers


def ring(keys: Keys, names: Names, points: int, seed: int) -> Names:
    """Each key's server: that of the first point at or after it."""
    drawn = {name: Random(f"point {seed} {name}") for name in names}
    placed = sorted((drawn[n].random(), n) for n in names * points)
    homes: Names = []
    for place, name in [*placed, (inf, placed[0][1])]:
        homes += [name] * (bisect(keys, place) - len(homes))
    return homes


def rendezvous(keys: Keys, names: Names, seed: int) -> Names:
    """The server with the highest bid for the key."""
    draws = [Random(f"bid {seed} {name}").random for name in names]
    bids = zip(*([draw() for _ in keys] for draw in draws), strict=True)
    return [names[row.index(max(row))] for row in bids]


def jump(keys: Keys, names: Names, seed: int) -> Names:
    """The last in the list whose arrival took the key."""
    homes = [names[0]] * len(keys)
    for number, name in enumerate(names):
        draw, share = Random(f"jump {seed} {number}").random, 1 / (number + 1)
        homes = [name if draw() < share else home for home in homes]
    return homes


def maglev(keys: Keys, names: Names, places: int, seed: int) -> Names:
    """The server that took the key's place; `places` is a prime."""
    draws = [Random(f"walk {seed} {name}").random for name in names]
    at = [int(draw() * places) for draw in draws]
    skips = [1 + int(draw() * (places - 1)) for draw in draws]
    table = [-1] * places
    for taken in range(places):
        turn = taken % len(names)
        while table[at[turn]] >= 0:
            at[turn] = (at[turn] + skips[turn]) % places
        table[at[turn]] = names[turn]
    return [table[int(key * places)] for key in keys]


def prime_above(number: int) -> int:
    """The smallest prime that is larger."""
    tried = count(number + 1)
    return next(n for n in tried if all(n % d for d in range(2, isqrt(n) + 1)))


def busiest(servers: int, points: int) -> float:
    """The busiest server's expected share of a ring, in % of the mean."""
    low, step = max(0.0, points - 6 * sqrt(points)), 0.15 * sqrt(points)
    expected = low
    for number in range(100):  # the integral of P(largest > x), by midpoints
        x = low + (number + 0.5) * step
        term = above = exp(-x)
        for k in range(1, points):
            term *= x / k
            above += term
        expected += step * (1 - (1 - above) ** servers)
    return 100 * expected / points


def rings(keys: Keys, names: Names, seed: int) -> list[Names]:
    """The server of each key, for each number of points."""
    return [ring(keys, names, points, seed) for points in POINTS]


def others(
    scheme: Scheme, keys: Keys, names: Names, sizes: list[int], seed: int
) -> list[Names]:
    """The server of each key, for each size of Maglev's table."""
    if scheme == "Maglev":
        return [maglev(keys, names, size, seed) for size in sizes]
    if scheme == "Modulo":
        homes = [names[int(key * 2**53) % len(names)] for key in keys]
    else:
        place = rendezvous if scheme == "Rendezvous" else jump
        homes = place(keys, names, seed)
    return [homes] * len(sizes)


def simulate(
    quantity: Literal["Moved keys", "Busiest server"] = "Moved keys",
    compared_with: Scheme = "Maglev",
    change: Change = "One joins",
    servers: Annotated[int, Interval(ge=3, le=20)] = 10,
    keys: Annotated[int, Interval(ge=1000, le=10000), MultipleOf(1000)] = 3000,
    seed: int = 27,
) -> Annotated[dict[str, list[float]], Unit("%"), Interval(ge=0)]:
    """Moved keys in % of all, or the busiest (before) in % of the mean."""
    draw, names = Random(seed).random, list(range(servers))
    sample = sorted(draw() for _ in range(keys))
    sizes = [prime_above(servers * points) for points in POINTS]
    table = {"Points of each server": [float(points) for points in POINTS]}

    def homes() -> dict[str, list[Names]]:
        other = others(compared_with, sample, names, sizes, seed)
        return {"Ring": rings(sample, names, seed), compared_with: other}

    old = homes()
    if quantity == "Busiest server":
        for scheme, rows in old.items():
            most = [max(Counter(row).values()) for row in rows]
            table[scheme] = [100 * n * servers / keys for n in most]
        table["Ring (theory)"] = [busiest(servers, n) for n in POINTS]
        return table
    if change == "One joins":
        names.append(servers)
    else:
        names.pop(-1 if change == "The last leaves" else servers // 2)
    for scheme, rows in homes().items():
        pairs = zip(old[scheme], rows, strict=True)
        table[scheme] = [100 * sum(map(ne, a, b)) / keys for a, b in pairs]
    least = 100 / max(servers, len(names))
    if compared_with == "Modulo":
        table["Modulo (theory)"] = [100 - least] * len(POINTS)
    return table | {"Least (theory)": [least] * len(POINTS)}


if __name__ == "__main__":
    runs: dict[str, dict[str, Any]] = {
        **{
            f"{change}, % moved": {"change": change}
            for change in get_args(Change)
        },
        **{f"One joins, seed {seed}": {"seed": seed} for seed in (1, 2, 3)},
        **{
            f"Busiest, {keys:,}": {"quantity": "Busiest server", "keys": keys}
            for keys in (3_000, 10_000)
        },
    }
    for title, knobs in runs.items():
        print(title)
        table: dict[str, list[float]] = {}
        for scheme in get_args(Scheme):
            table |= simulate(compared_with=scheme, **knobs)
        for name, row in table.items():
            print(f"  {name:21}", *(f"{value:5.1f}" for value in row))
