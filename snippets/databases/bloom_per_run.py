"""Bloom filter per run: ask a run only if it may have the key.

Ten runs of 1,000 keys each, one page per run that is asked. The filters are
in memory. A range names no key that a filter could be asked about.

Time: O(k) per run and get. Space: a few bits per key, in memory.
Source: B. Bloom, "Space/time trade-offs in hash coding with allowable
errors", CACM 13(7), 1970, https://doi.org/10.1145/362686.362692
"""

from hashlib import blake2b
from math import exp, log
from random import Random

RUNS, KEYS, READS = 10, 1_000, 2_000


class Run:
    """Keys, and a filter that claims too many of them, never too few."""

    def __init__(self, keys: list[int], bits_per_key: int) -> None:
        self.keys = set(keys)
        self.size = bits_per_key * len(keys)
        self.k = round(bits_per_key * log(2))
        self.bits = {bit for key in keys for bit in self._bits(key)}

    def _bits(self, key: int) -> list[int]:
        digest = blake2b(key.to_bytes(8), digest_size=16).digest()
        first, step = divmod(int.from_bytes(digest), 2**64)
        return [(first + n * (step | 1)) % self.size for n in range(self.k)]

    def may_have(self, key: int) -> bool:
        """Asked in memory; a filter without bits never says no."""
        return self.bits.issuperset(self._bits(key))


def pages(runs: list[Run], key: int) -> int:
    """How many are read until the key is found, or no run is left."""
    asked = [key in run.keys for run in runs if run.may_have(key)]
    return asked.index(True) + 1 if True in asked else len(asked)


if __name__ == "__main__":
    rng = Random(1)
    keys = [rng.getrandbits(48) for _ in range(RUNS * KEYS)]
    absent = [rng.getrandbits(48) for _ in range(READS)]
    present = rng.sample(keys, READS)
    print("              pages per read, counted / expected")
    print("bits per key   absent key       present key   range")
    for bits in (0, 5, 10, 15):
        runs = [Run(keys[n::RUNS], bits) for n in range(RUNS)]
        k = runs[0].k
        claims = (1 - exp(-k / bits)) ** k if bits else 1.0
        theory = RUNS * claims, 1 + (RUNS - 1) / 2 * claims
        print(f"{bits:12}", end="")
        for asked, expected in zip((absent, present), theory, strict=True):
            mean = sum(pages(runs, key) for key in asked) / READS
            print(f"{mean:9.3f} / {expected:6.3f}", end="")
        print(f"{len(runs):7}")
