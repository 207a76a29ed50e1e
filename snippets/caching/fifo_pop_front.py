"""FIFO on an array, wrong: each eviction moves the whole queue.

DELIBERATELY WRONG: replace_in_array. It writes out, so that it can be
counted instead of timed, what `list.pop(0)` does in C.

Time: O(capacity) per eviction, in a ring O(1). Space: O(capacity).
Source: collections.deque, "O(n) memory movement costs for pop(0)",
https://docs.python.org/3/library/collections.html#collections.deque
"""


def replace_in_array(slots: list[str], newest: str) -> int:
    """WRONG: drop slot 0, move all others up. Return the slots written."""
    writes = 0
    for place in range(1, len(slots)):
        slots[place - 1] = slots[place]
        writes += 1
    slots[-1] = newest
    return writes + 1


def replace_in_ring(
    slots: list[str], oldest: int, newest: str
) -> tuple[int, int]:
    """Right: overwrite the oldest. Return the next one's place, and writes."""
    slots[oldest] = newest
    return (oldest + 1) % len(slots), 1


if __name__ == "__main__":
    print("slots written per eviction")
    for capacity in [10, 100, 1_000]:
        array = [f"user:{number}" for number in range(capacity)]
        ring, oldest = array.copy(), 0
        array_writes = ring_writes = 0
        for number in range(capacity, capacity + 100):
            array_writes += replace_in_array(array, f"user:{number}")
            oldest, writes = replace_in_ring(ring, oldest, f"user:{number}")
            ring_writes += writes
        same = array == ring[oldest:] + ring[:oldest]
        print(
            f"capacity {capacity:5,}: array {array_writes / 100:5,.0f},",
            end=" ",
        )
        print(f"ring {ring_writes / 100:.0f}, same queue: {same}")
