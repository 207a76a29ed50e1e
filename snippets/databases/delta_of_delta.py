"""Delta of delta: a reading every ten seconds takes one bit for its time.

Time: O(1) per timestamp. Space: 1 to 36 bits for one.
Source: Pelkonen et al., "Gorilla: a fast, scalable, in-memory time series
database", PVLDB 8(12), 2015, https://doi.org/10.14778/2824032.2824078
"""

from collections.abc import Iterable, Iterator
from random import Random

# Smallest and largest value, the prefix that announces it, bits that follow.
CODES = [
    (0, 0, "0", 0),
    (-63, 64, "10", 7),
    (-255, 256, "110", 9),
    (-2047, 2048, "1110", 12),
    (1 - 2**31, 2**31, "1111", 32),
]


def encode(times: Iterable[int], start: int) -> str:
    """The bits of the times, after `start`; times and start in seconds."""
    bits, last, delta = [], start, 0
    for time in times:
        change = time - last - delta
        for low, high, prefix, width in CODES:
            if low <= change <= high:
                offset = f"{change - low:0{width}b}" if width else ""
                bits.append(prefix + offset)
                break
        else:
            raise ValueError(f"{time} s is too far from {last} s.")
        last, delta = time, time - last
    return "".join(bits)


def decode(bits: str, start: int) -> Iterator[int]:
    """The times again."""
    at, last, delta = 0, start, 0
    while at < len(bits):
        low, prefix, width = next(
            (low, prefix, width)
            for low, _, prefix, width in CODES
            if bits.startswith(prefix, at)
        )
        at += len(prefix) + width
        delta += low + (int(bits[at - width : at], 2) if width else 0)
        last += delta
        yield last


if __name__ == "__main__":
    rng, count = Random(7), 1_000
    even = [10 * n for n in range(1, count + 1)]
    late = [time + (rng.random() < 0.05) for time in even]
    wild = [n * 10 + rng.randrange(10) for n in range(1, count + 1)]
    for name, times in [("even", even), ("5 % late", late), ("wild", wild)]:
        bits = encode(times, 0)
        same = "the same" if [*decode(bits, 0)] == times else "others"
        print(f"{name:9}{len(bits) / count:6.2f} of 64 bits, {same}")
