"""W-TinyLFU: a key enters only if it is asked for more often than its victim.

A small LRU window takes in every key. What leaves the window is compared with
the oldest use in main, the other part: the rarer of the two is dropped.

Time: amortised O(1) per get and put. Space: O(capacity).
Source: Einziger, Friedman, Manes, "TinyLFU: a highly efficient cache
admission policy", ACM ToS 13(4), 2017, https://arxiv.org/abs/1512.00727
"""

from collections import Counter, OrderedDict


class WTinyLFUCache[K, V]:
    """Hold at most `capacity` entries; both parts have the oldest use first."""

    def __init__(self, capacity: int) -> None:
        if capacity < 2:
            raise ValueError(f"capacity must be at least 2, got {capacity}")
        self.capacity, self._window_size = capacity, max(capacity // 100, 1)
        self.window, self.main = OrderedDict[K, V](), OrderedDict[K, V]()
        self._uses, self._counted = Counter[K](), 0  # production: a sketch

    def __contains__(self, key: object) -> bool:
        return key in self.window or key in self.main

    def get(self, key: K) -> V:
        """Value of a held key, counted and now used last; else KeyError."""
        part = self.window if key in self.window else self.main
        part.move_to_end(key)
        self._count(key)
        return part[key]

    def put(self, key: K, value: V) -> None:
        """Store and count the key, whether or not it was held."""
        (self.main if key in self.main else self.window)[key] = value
        self.get(key)
        if len(self.window) > self._window_size:
            candidate, value = self.window.popitem(last=False)
            if len(self.main) == self.capacity - self._window_size:
                victim = next(iter(self.main))
                if self._uses[candidate] <= self._uses[victim]:
                    return  # not admitted
                del self.main[victim]
            self.main[candidate] = value

    def _count(self, key: K) -> None:
        self._uses[key] += 1
        self._counted += 1
        if self._counted == 10 * self.capacity:  # old fame fades
            halves = {key: n // 2 for key, n in self._uses.items() if n > 1}
            self._uses, self._counted = Counter(halves), sum(halves.values())


if __name__ == "__main__":
    cache: WTinyLFUCache[str, int] = WTinyLFUCache(capacity=3)
    for name in "ada bob ada bob cyd dan eve eve eve fay".split():
        cache.put(name, 0)
        parts = [" ".join(part) for part in (cache.window, cache.main)]
        print("put {}  window {}  main {}".format(name, *parts))
