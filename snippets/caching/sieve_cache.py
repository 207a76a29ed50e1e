"""SIEVE eviction: one bit per entry, and a hit moves nothing.

New keys join the head of a queue. A hand walks from tail to head, clears set
bits, evicts the first key without one. What it has passed is kept apart.

Time: O(1) per get, amortised O(1) per put. Space: O(capacity).
Source: Zhang et al., "SIEVE is simpler than LRU", NSDI 2024, Algorithm 1,
https://www.usenix.org/conference/nsdi24/presentation/zhang-yazhuo
"""

from collections import deque


class SieveCache[K, V]:
    """Hold at most `capacity` entries; evict an unvisited one."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: dict[K, tuple[bool, V]] = {}  # visited, value
        self._passed: deque[K] = deque()  # tail to hand
        self._ahead: deque[K] = deque()  # hand to head

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def get(self, key: K) -> V:
        """Value of a held key, now marked visited; else KeyError."""
        self._entries[key] = (True, self._entries[key][1])
        return self._entries[key][1]

    def put(self, key: K, value: V) -> None:
        """Store the value; a held key is then visited, a new one is not."""
        held = key in self._entries
        if not held:
            if len(self._entries) == self.capacity:
                self._evict()
            self._ahead.append(key)
        self._entries[key] = (held, value)

    def _evict(self) -> None:
        visited = True
        while visited:
            key = self._ahead.popleft()
            visited, value = self._entries.pop(key)
            if visited:  # spare it once
                self._entries[key] = (False, value)
                self._passed.append(key)
            if not self._ahead:  # past the head: back to the tail
                self._ahead, self._passed = self._passed, self._ahead


if __name__ == "__main__":
    cache: SieveCache[str, int] = SieveCache(capacity=3)
    requests = "ada bob cyd ada dan eve fay".split()
    for name in requests:
        cache.put(name, 0)
        held = [n for n in sorted(set(requests)) if n in cache]
        print(f"put {name}   holds {' '.join(held)}")
