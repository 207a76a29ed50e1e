"""HyperLogLog: how many different visitors came, in 1,024 small numbers.

A hash of the visitor chooses a register and a rank: the place of its lowest
bit that is 1. A register keeps the highest rank that it was given.

Time: O(1) per visit, O(registers) per count. Space: O(registers).
Source: Flajolet et al., "HyperLogLog", AofA 2007, section 4,
https://doi.org/10.46298/dmtcs.3545
"""

from hashlib import blake2b
from math import log


class HyperLogLog:
    """Counts without keeping what it counts."""

    def __init__(self, registers: int = 1_024) -> None:
        """The number of registers is a power of two, and at least 128."""
        if registers < 128 or registers & (registers - 1):
            message = f"{registers} is no power of two from 128 on"
            raise ValueError(message)
        self.registers = [0] * registers

    def add(self, visitor: str) -> None:
        """Raises one register, or leaves all as they are."""
        digest = blake2b(visitor.encode(), digest_size=8).digest()
        hashed = 1 << 64 | int.from_bytes(digest, "big")  # no run is endless
        bits, register = divmod(hashed, len(self.registers))
        rank = (bits & -bits).bit_length()
        self.registers[register] = max(self.registers[register], rank)

    def merge(self, other: "HyperLogLog") -> None:
        """Counts from now on what the other has counted, too."""
        pairs = zip(self.registers, other.registers, strict=True)
        self.registers = [max(pair) for pair in pairs]

    def count(self) -> float:
        """About how many different visitors were added."""
        size = len(self.registers)
        empty = self.registers.count(0)
        total = sum(2.0**-rank for rank in self.registers)
        found = 0.7213 / (1 + 1.079 / size) * size**2 / total
        if empty and found <= 2.5 * size:
            return size * log(size / empty)
        return found


if __name__ == "__main__":
    monday, tuesday = HyperLogLog(), HyperLogLog()
    for number in range(20_000):
        monday.add(f"visitor:{number}")
        tuesday.add(f"visitor:{number + 5_000}")
    one, other = monday.count(), tuesday.count()
    print(f"Monday:  {one:,.0f} of 20,000, {one / 200 - 100:+.1f} %")
    print(f"Tuesday: {other:,.0f} of 20,000, {other / 200 - 100:+.1f} %")
    print(f"the sum: {one + other:,.0f}")
    monday.merge(tuesday)
    both = monday.count()
    print(f"merged:  {both:,.0f} of 25,000, {both / 250 - 100:+.1f} %")
