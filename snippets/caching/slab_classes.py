"""Slab classes: no fragmentation between items, some waste inside each.

memcached cuts its memory into pages of 1 MiB and each page into chunks of one
size. An item takes the smallest chunk that it fits into, so that a freed chunk
fits the next item of its class.

Time: O(classes) to find one. Space: O(classes).
Source: memcached, doc/memory_management.txt and slabs.c,
https://github.com/memcached/memcached
"""

SMALLEST = 96  # bytes: 48 of the item's header, 48 of key, flags and value
LARGEST = 524_288  # bytes; a larger item is cut into several chunks
ALIGN = 8


def chunk_sizes(factor: float) -> list[int]:
    """The chunk of each class in bytes, each `factor` times the one before."""
    sizes, size = [], SMALLEST
    while size < LARGEST / factor:
        sizes.append(size)
        size = -(-int(size * factor) // ALIGN) * ALIGN
    return [*sizes, LARGEST]


def chunk_for(item: int, sizes: list[int]) -> int:
    """The chunk that an item of this size, header included, gets.

    Raises ValueError if the item is larger than every chunk.
    """
    for size in sizes:
        if item <= size:
            return size
    raise ValueError(f"{item} bytes do not fit one chunk")


if __name__ == "__main__":
    for factor in [1.25, 2.0]:
        sizes = chunk_sizes(factor)
        first = ", ".join(map(str, sizes[:6]))
        print(f"factor {factor}: {len(sizes)} classes: {first} ...")
        for item in [100, 400, 1_000]:
            chunk = chunk_for(item, sizes)
            waste = (chunk - item) / chunk
            print(f"  {item} bytes in a chunk of {chunk}: {waste:.0%} unused")
