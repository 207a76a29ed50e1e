"""Fan-out: the base of the logarithm, so hundreds of keys per page, not two.

Time: O(log n) steps, base: the fan-out. Space: O(1).
Source: PostgreSQL manual, "Database Page Layout", and "B-Tree Structure",
https://www.postgresql.org/docs/current/storage-page-layout.html
"""

PAGE = 8_192  # bytes
PAGE_HEADER, BTREE_TAIL = 24, 16  # of every page; of one in a B-tree
LINE_POINTER, ENTRY_HEADER, ALIGNED = 4, 8, 8  # of every entry


def fan_out(key_bytes: int) -> int:
    """The entries that fit into one page of PostgreSQL's B-tree."""
    aligned = -(-key_bytes // ALIGNED) * ALIGNED
    entry = LINE_POINTER + ENTRY_HEADER + aligned
    return (PAGE - PAGE_HEADER - BTREE_TAIL) // entry


def pages_per_level(keys: int, fan_out: int) -> list[int]:
    """From the leaves to the root, in full pages."""
    levels = [-(-keys // fan_out)]
    while levels[-1] > 1:
        levels.append(-(-levels[-1] // fan_out))
    return levels


if __name__ == "__main__":
    print("fan-out  pages on the way to one of 10^5, 10^7, 10^9 keys")
    for fan in [2, 3, 300]:
        heights = [len(pages_per_level(10**n, fan)) for n in (5, 7, 9)]
        print(f"{fan:7}", *(f"{height:10}" for height in heights))
    print()
    for name, size in [("bigint", 8), ("uuid", 16), ("text of 40", 41)]:
        print(f"{name:10}  {fan_out(size)} entries per page")
    leaves, *above = pages_per_level(10**7, 300)
    print(f"\n10^7 keys at 300: {leaves} leaves, {sum(above)} pages above")
