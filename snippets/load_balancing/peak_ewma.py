"""Peak EWMA: the latency of a server counts, and a bad one at once.

Time: O(1) per request. Space: O(servers).
Source: Finagle source, `PeakEwma.observe`,
https://github.com/twitter/finagle/blob/develop/finagle-core/src/main/scala/com/twitter/finagle/loadbalancer/PeakEwma.scala
"""

from collections import Counter
from dataclasses import dataclass
from math import exp
from random import Random

MEMORY = 10.0  # seconds after which an old latency counts 37 %
LATENCY = {f"server {n}": 0.02 for n in range(9)} | {"far away": 0.4}


@dataclass(slots=True)
class Latency:
    """Moving average that jumps up with a peak, and comes down slowly."""

    average: float = 0.0
    updated_at: float = 0.0
    pending: int = 0

    def observe(self, latency: float, now: float) -> None:
        """Take in what a request took, in seconds."""
        kept = exp((self.updated_at - now) / MEMORY)
        self.average = max(latency, self.average * kept + latency * (1 - kept))
        self.updated_at = now

    def cost(self, now: float) -> float:
        """Expected wait if one more is sent; what is old counts less."""
        kept = exp((self.updated_at - now) / MEMORY)
        return self.average * kept * (self.pending + 1)


def one_by_one(
    latency: dict[str, float], *, by_cost: bool, rng: Random
) -> Counter[str]:
    """Who serves 1000 requests, two per second, that never overlap."""
    seen = {name: Latency() for name in latency}
    served: Counter[str] = Counter()
    for now in [n / 2 for n in range(1000)]:
        names = rng.sample(list(seen), 2)
        pair = [seen[name] for name in names]
        costs = [one.cost(now) if by_cost else one.pending for one in pair]
        name = names[costs.index(min(costs))]
        seen[name].observe(latency[name], now)
        served[name] += 1
    return served


if __name__ == "__main__":
    server = Latency()
    for now, took in [(0, 0.02), (1, 0.4), (2, 0.02), (3, 0.02), (30, 0.02)]:
        server.observe(took, now)
        print(f"t={now:2}  took {took:.2f} s, average {server.average:.3f} s")
    for by_cost, rule in [(False, "fewer connections"), (True, "peak EWMA")]:
        served = one_by_one(LATENCY, by_cost=by_cost, rng=Random(1))
        print(f"two choices by {rule}: {served['far away']} of 1000 far away")
