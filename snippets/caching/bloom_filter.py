"""Bloom filter: says `absent` for certain, `present` with a known error.

Time: O(k) hashes per call. Space: m bits, whatever the length of the keys.
Source: Bloom, "Space/time trade-offs in hash coding with allowable errors",
CACM 13(7), 1970, https://doi.org/10.1145/362686.362692; two hashes are enough
for all k: Kirsch, Mitzenmacher, 2006, https://doi.org/10.1007/11841036_42
"""

from hashlib import blake2b
from math import exp, log


class BloomFilter:
    """A set of strings that may claim strings it was never given."""

    def __init__(self, capacity: int, bits_per_key: float) -> None:
        self.size = max(1, round(capacity * bits_per_key))
        self.hashes = max(1, round(bits_per_key * log(2)))  # fewest errors
        self._bits = bytearray(self.size)  # a byte each, for readability

    def _places(self, key: str) -> list[int]:
        digest = blake2b(key.encode(), digest_size=16).digest()
        first = int.from_bytes(digest[:8])
        step = int.from_bytes(digest[8:]) | 1
        return [(first + i * step) % self.size for i in range(self.hashes)]

    def add(self, key: str) -> None:
        """From now on `key` is claimed."""
        for place in self._places(key):
            self._bits[place] = 1

    def __contains__(self, key: str) -> bool:
        """False only if `key` was not added."""
        return all(self._bits[place] for place in self._places(key))

    def clear_bits_of(self, key: str) -> None:
        """WRONG as a deletion: other keys need some of these bits."""
        for place in self._places(key):
            self._bits[place] = 0


def false_positive_rate(keys: int, size: int, hashes: int) -> float:
    """Expected share of absent keys that are claimed."""
    return float((1 - exp(-hashes * keys / size)) ** hashes)


if __name__ == "__main__":
    users = [f"user:{n}" for n in range(1_000)]
    absent = [f"user:{n}" for n in range(1_000, 21_000)]
    print("bits per key  hashes  claimed of 20,000 absent  formula  lost")
    for bits in [4, 8, 10, 16]:
        known = BloomFilter(len(users), bits)
        for user in users:
            known.add(user)
        wrong = sum(user in known for user in absent) / len(absent)
        theory = false_positive_rate(len(users), known.size, known.hashes)
        for user in users[:10]:
            known.clear_bits_of(user)
        lost = sum(user not in known for user in users[10:])
        print(f"{bits:12}{known.hashes:8}{wrong:25.2%}{theory:9.2%}{lost:6}")
