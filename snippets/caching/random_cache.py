"""Random eviction: no order to keep, and no loop that always misses.

A list of the keys is enough to draw a victim. The newcomer takes the
victim's place in it, so no other key moves.

Time: O(1) per get and put. Space: O(capacity).
Source: Redis, "Key eviction", policy allkeys-random,
https://redis.io/docs/latest/develop/reference/eviction/
"""

from random import Random


class RandomCache[K, V]:
    """Hold at most `capacity` entries; evict one drawn at random."""

    def __init__(self, capacity: int, rng: Random) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._rng = rng
        self._keys: list[K] = []  # to draw from
        self._entries: dict[K, V] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def get(self, key: K) -> V:
        """Value of a held key; else KeyError."""
        return self._entries[key]

    def put(self, key: K, value: V) -> None:
        """Store the value; evict a random entry if full."""
        if key not in self._entries:
            if len(self._keys) < self.capacity:
                self._keys.append(key)
            else:
                place = self._rng.randrange(self.capacity)
                del self._entries[self._keys[place]]
                self._keys[place] = key
        self._entries[key] = value


if __name__ == "__main__":
    evictions = dict.fromkeys(["ada", "bob", "cyd"], 0)
    for seed in range(3_000):
        cache: RandomCache[str, int] = RandomCache(3, Random(seed))
        for name in [*evictions, "dan"]:
            cache.put(name, 0)
        evictions[next(name for name in evictions if name not in cache)] += 1
    for name, count in evictions.items():
        print(f"{name} evicted in {count:,} of 3,000 runs")
