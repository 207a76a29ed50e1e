"""Columnar layout: a query reads the columns it names, and no others.

Time: O(bytes read). Space: O(values); less where a column repeats itself.
Source: Abadi, Madden, Hachem, "Column-stores vs. row-stores: how different
are they really?", SIGMOD 2008, https://doi.org/10.1145/1376616.1376712
"""

import struct
import zlib
from random import Random

ROWS, BLOCK = 10_000, 8_192
type Column = list[int]


def events(rng: Random) -> list[Column]:
    """Columns in the order of time: number, campaign, amount, 17 others."""
    return [
        list(range(ROWS)),
        [n // 2_000 for n in range(ROWS)],
        [rng.randrange(10_000) for _ in range(ROWS)],
        *([rng.getrandbits(31) for _ in range(ROWS)] for _ in range(17)),
    ]


def packed(numbers: Column) -> bytes:
    """Four bytes for each."""
    return struct.pack(f"<{len(numbers)}i", *numbers)


def blocks(data: bytes) -> int:
    """Blocks that the bytes fill."""
    return -(-len(data) // BLOCK)


def by_row(columns: list[Column]) -> bytes:
    """One file, row after row, as a row store keeps short values."""
    rows = zip(*columns, strict=True)
    return packed([value for row in rows for value in row])


def by_column(columns: list[Column]) -> list[bytes]:
    """A file per column, compressed."""
    return [zlib.compress(packed(column), 1) for column in columns]


if __name__ == "__main__":
    columns = events(Random(7))
    whole, files = by_row(columns), by_column(columns)
    campaign, amount = files[1:3]
    print("blocks of 8 kB       by row  by column")
    for name, of_rows, of_columns in [
        ("in all", blocks(whole), sum(map(blocks, files))),
        ("sum of amounts", blocks(whole), blocks(amount)),
        ("... by campaign", blocks(whole), blocks(campaign) + blocks(amount)),
        ("one row, or insert", 1, len(files)),
    ]:
        print(f"{name:18}{of_rows:9}{of_columns:11}")
    print(f"campaign: {ROWS * 4 / len(campaign):.1f} times smaller")
    print(f"amount:   {ROWS * 4 / len(amount):.1f} times smaller")
