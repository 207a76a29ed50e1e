"""Count-min sketch: counts of many keys in few counters, never too low.

Each row hashes a key to one of its counters, which keys share. The smallest of
a key's counters has the fewest strangers in it. Halving makes it forget.

Time: O(1) per key. Space: O(width), whatever the number of keys.
Source: Cormode, Muthukrishnan, "An improved data stream summary: the
count-min sketch", 2005, https://doi.org/10.1016/j.jalgor.2003.12.001
"""

from collections import Counter
from hashlib import blake2b
from random import Random
from struct import unpack


class CountMinSketch:
    """Estimate how often each key was added; four rows of counters."""

    def __init__(self, width: int) -> None:
        if width < 1:
            raise ValueError(f"width must be at least 1, got {width}")
        self._rows = [[0] * width for _ in range(4)]

    def _places(self, key: object) -> list[tuple[list[int], int]]:
        digest = blake2b(repr(key).encode(), digest_size=16).digest()
        hashes = unpack("<4I", digest)  # one per row
        return [
            (row, h % len(row))
            for row, h in zip(self._rows, hashes, strict=True)
        ]

    def add(self, key: object) -> None:
        """Count the key once more, and all that share its counters."""
        for row, place in self._places(key):
            row[place] += 1

    def estimate(self, key: object) -> int:
        """The key's count, or more; never less."""
        return min(row[place] for row, place in self._places(key))

    def halve(self) -> None:
        """Forget: every counter loses half of what it has, rounded down."""
        self._rows = [[n // 2 for n in row] for row in self._rows]


if __name__ == "__main__":
    rng = Random(5)
    tiers = 7 * [range(10)] + 2 * [range(10, 100)] + [range(100, 100_100)]
    trace = [rng.choice(rng.choice(tiers)) for _ in range(1_000)]
    exact = Counter(trace)
    for width in [64, 256, 1_024]:
        sketch = CountMinSketch(width)
        for key in trace:
            sketch.add(key)
        over = [sketch.estimate(key) - n for key, n in exact.items()]
        found = f"{over.count(0):3} exact, {max(over):2} too high at most"
        print(f"{4 * width:5,} counters for {len(exact)} keys: {found}")
