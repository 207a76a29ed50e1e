"""LRU eviction: keep what was used last, drop what was not.

LRU (least recently used) bets that recent use predicts the next use.

Time: O(1) per get and put. Space: O(capacity).
Source: collections.OrderedDict,
https://docs.python.org/3/library/collections.html#collections.OrderedDict
"""

from collections import OrderedDict


class LRUCache[K, V]:
    """Hold at most `capacity` entries; evict the least recently used."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, got {capacity}")
        self.capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()  # oldest use first

    def __contains__(self, key: object) -> bool:
        return key in self._entries  # looking is not a use

    def get(self, key: K) -> V:
        """Value of a held key, now the most recently used; else KeyError."""
        value = self._entries[key]
        self._entries.move_to_end(key)
        return value

    def put(self, key: K, value: V) -> None:
        """Store the value as the most recently used; evict if full."""
        if key not in self._entries and len(self._entries) == self.capacity:
            self._entries.popitem(last=False)
        self._entries[key] = value
        self._entries.move_to_end(key)


if __name__ == "__main__":
    cache: LRUCache[str, int | None] = LRUCache(capacity=3)
    for name, visits in [("ada", 7), ("bob", -1), ("cyd", None)]:
        cache.put(name, visits)
    print("put ada, bob, cyd")
    print(f"get ada   {cache.get('ada')}, and ada is now the latest use")
    cache.put("dan", 4)
    held = [name for name in "ada bob cyd dan".split() if name in cache]
    print(f"put dan   holds {' '.join(held)}")
    print(f"get cyd   {cache.get('cyd')}, a hit: the stored value is None")
    try:
        cache.get("bob")
    except KeyError:
        print("get bob   KeyError, a miss: ask the database")
