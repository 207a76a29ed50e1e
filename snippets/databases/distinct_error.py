"""Distinct count over memory: what twice the registers take off the error.

Independent hashes, and visitors that come by chance: a register that gets L of
them on average has no rank above r with probability exp(-L / 2 ** r), so its
highest rank is drawn at once, and no visitor is hashed. With too few bits in
the hash, no rank is above those that are left beside the register's number.
Theory: the standard error is 1.04 / sqrt(registers) for HyperLogLog, which
takes the harmonic mean, and 1.30 / sqrt(registers) for LogLog.

Time: O(registers) per estimate. Space: O(registers).
Source: Flajolet et al., "HyperLogLog", AofA 2007, abstract and section 4,
https://doi.org/10.46298/dmtcs.3545; LogLog: Durand, Flajolet, ESA 2003,
https://doi.org/10.1007/978-3-540-39658-1_55
"""

from math import ceil, exp2, log, log2, pi, sqrt
from random import Random
from typing import Annotated, Literal, get_args

from annotated_types import Interval, MultipleOf, Unit

Estimator = Literal["HyperLogLog", "LogLog"]
REGISTERS = [16, 32, 64, 128, 256, 512]
COUNTERS = 25  # estimates from which each error is taken


def ranks(size: int, visitors: int, hash_bits: int, rng: Random) -> list[int]:
    """The highest rank in each of `size` registers, 0 in an empty one."""
    share, rank_bits = visitors / size, hash_bits - size.bit_length() + 1
    found = []
    for _ in range(size):
        rank = ceil(log2(share / (rng.expovariate(1.0) or 1e-9)))
        found.append(min(max(rank, 0), rank_bits + 1))
    return found


def estimate(estimator: Estimator, found: list[int]) -> float:
    """How many visitors these ranks tell of."""
    size = len(found)
    if estimator == "LogLog":
        factor = 0.39701 - (2 * pi**2 + log(2) ** 2) / (48 * size)
        return factor * size * exp2(sum(found) / size)
    factor = {16: 0.673, 32: 0.697, 64: 0.709}.get(
        size, 0.7213 / (1 + 1.079 / size)
    )
    return factor * size**2 / sum(2.0**-rank for rank in found)


def theory(estimator: Estimator, size: int) -> float:
    """The standard error in percent."""
    return (104 if estimator == "HyperLogLog" else 130) / sqrt(size)


def simulate(
    estimator: Estimator = "HyperLogLog",
    visitors: Annotated[
        int, Interval(ge=10_000, le=200_000), MultipleOf(10_000)
    ] = 100_000,
    hash_bits: Annotated[int, Interval(ge=12, le=32), Unit("bits")] = 32,
    seed: int = 27,
) -> Annotated[dict[str, list[float]], Unit("% error")]:
    """The root mean square error of 25 counters, and by theory."""
    rng = Random(seed)
    errors = []
    for size in REGISTERS:
        squares = 0.0
        for _ in range(COUNTERS):
            found = ranks(size, visitors, hash_bits, rng)
            squares += (estimate(estimator, found) / visitors - 1) ** 2
        errors.append(100 * sqrt(squares / COUNTERS))
    return {
        "Registers": [float(size) for size in REGISTERS],
        estimator: errors,
        f"{estimator} (theory)": [theory(estimator, s) for s in REGISTERS],
    }


if __name__ == "__main__":
    tables = {name: simulate(name) for name in get_args(Estimator)}
    for row, size in enumerate(REGISTERS):
        cells = "; ".join(
            f"{name} {table[name][row]:4.1f} %"
            f", theory {theory(name, size):4.1f} %"
            for name, table in tables.items()
        )
        print(f"{size:3} registers: {cells}")
    print("\nHyperLogLog with 512 registers, by seed:")
    for seed in range(1, 6):
        print(f"{seed}   {simulate(seed=seed)['HyperLogLog'][-1]:4.1f} %")
    print("\nHyperLogLog with 16 and with 512 registers, by bits of the hash:")
    for bits in (24, 18, 16, 14):
        errors = simulate(hash_bits=bits)["HyperLogLog"]
        print(f"{bits}  {errors[0]:4.1f} %  {errors[-1]:4.1f} %")
    print("\nHyperLogLog with 512 registers, by visitors:")
    for visitors in (10_000, 200_000):
        found = simulate(visitors=visitors)["HyperLogLog"][-1]
        print(f"{visitors:7,}  {found:4.1f} %")
