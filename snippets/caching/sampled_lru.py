"""Sampled LRU: nearly LRU, with a time per key instead of a list.

Redis looks at a few random keys and evicts the one that was used longest ago.
A pool keeps the next best candidates for the following evictions.

Time: O(samples + pool) per eviction, here O(capacity). Space: O(capacity).
Source: Redis, "Key eviction", section "Approximated LRU algorithm",
https://redis.io/docs/latest/develop/reference/eviction/
"""

from itertools import islice
from random import Random

CAPACITY = 500  # entries
POOL = 16  # candidates


class SampledLRU:
    """Hold at most CAPACITY keys; no samples mean exact LRU."""

    def __init__(self, samples: int, pool_size: int, rng: Random) -> None:
        self.samples, self.pool_size, self.rng = samples, pool_size, rng
        self._used_at: dict[int, int] = {}  # in order of use, to compare with
        self._pool: dict[int, int] = {}  # key: its use when it was sampled
        self.victims = self.old_victims = 0  # old: in the oldest tenth

    def request(self, key: int, now: int) -> bool:
        """Whether the key is held; it is from now on, last used now."""
        hit = self._used_at.pop(key, None) is not None
        if not hit and len(self._used_at) == CAPACITY:
            victim = self._victim()
            self.victims += 1
            self.old_victims += victim in islice(self._used_at, CAPACITY // 10)
            del self._used_at[victim]
        self._used_at[key] = now
        return hit

    def _victim(self) -> int:
        keys = list(self._used_at)
        sample = self.rng.sample(keys, self.samples) or keys[:1]
        self._pool |= {key: self._used_at[key] for key in sample}
        oldest, *others = sorted(self._pool, key=self._pool.__getitem__)
        self._pool = {key: self._pool[key] for key in others[: self.pool_size]}
        return oldest


if __name__ == "__main__":
    rng = Random(169)
    tiers = 7 * [range(50)] + 2 * [range(50, 500)] + [range(500, 500_500)]
    trace = [rng.choice(rng.choice(tiers)) for _ in range(12_000)]
    print("samples  pool  victims in the oldest tenth  hits in %")
    for samples, pool_size in [(0, 0), (10, POOL), (5, POOL), (5, 0), (1, 0)]:
        cache = SampledLRU(samples, pool_size, Random(4))
        hits = [cache.request(key, now) for now, key in enumerate(trace)]
        old = 100 * cache.old_victims / cache.victims
        ratio = 100 * sum(hits[4_000:]) / len(hits[4_000:])
        name = samples or "exact"
        print(f"{name:>7}  {pool_size:4}  {old:25.1f} %  {ratio:9.1f}")
