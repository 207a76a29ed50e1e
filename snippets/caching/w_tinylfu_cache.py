"""W-TinyLFU: a key enters only if it is asked for more often than its victim.

The key that leaves the window competes with the oldest one in probation.

Time: amortised O(1) per get and put. Space: O(capacity).
Source: Einziger, Friedman, Manes, "TinyLFU: a highly efficient cache
admission policy", ACM ToS 13(4), 2017, https://arxiv.org/abs/1512.00727
"""

from collections import Counter, OrderedDict


class WTinyLFUCache[K, V]:
    """Hold at most `capacity` entries; a part has its oldest use first."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity, self.window_size = capacity, max(capacity // 100, 1)
        parts = [OrderedDict[K, None]() for _ in range(3)]
        self.window, self.probation, self.protected = parts
        self._values, self._uses, self._counted = dict[K, V](), Counter[K](), 0

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def get(self, key: K) -> V:
        """Value of a held key, counted and now used last; else KeyError."""
        value = self._values[key]
        self._uses[key] += 1
        self._counted += 1
        if self._counted == 10 * self.capacity:  # old fame fades
            halves = {key: n // 2 for key, n in self._uses.items() if n > 1}
            self._uses, self._counted = Counter(halves), sum(halves.values())
        part = self.window if key in self.window else self.protected
        self.probation.pop(key, None)
        part |= {key: part.pop(key, None)}  # now at the end
        if len(self.protected) > (self.capacity - self.window_size) * 4 // 5:
            self.probation[self.protected.popitem(last=False)[0]] = None
        return value

    def put(self, key: K, value: V) -> None:
        """Store and count the key; if full, the rarer of two leaves."""
        self.window |= {key: None} if key not in self else {}
        self._values[key] = value
        self.get(key)
        if len(self.window) > self.window_size:
            candidate, _ = self.window.popitem(last=False)
            self.probation[candidate] = None
            if len(self._values) > self.capacity:
                victim = next(iter(self.probation))
                rarer = min(candidate, victim, key=self._uses.__getitem__)
                del self._values[rarer], self.probation[rarer]


if __name__ == "__main__":
    cache: WTinyLFUCache[str, int] = WTinyLFUCache(capacity=3)
    for name in "ada bob ada bob cyd dan eve eve eve fay".split():
        cache.put(name, 0)
        print(name, [*cache.window], [*cache.probation], [*cache.protected])
