import zlib
from random import Random

import pytest

from snippets.databases.columnar_scan import (
    BLOCK,
    ROWS,
    blocks,
    by_column,
    by_row,
    events,
    packed,
)


@pytest.mark.parametrize(
    ("size", "expected"), [(0, 0), (1, 1), (BLOCK, 1), (BLOCK + 1, 2)]
)
def test_bytes_fill_whole_blocks(size: int, expected: int) -> None:
    assert blocks(bytes(size)) == expected


def test_both_layouts_hold_the_same_values() -> None:
    columns = events(Random(1))
    files = by_column(columns)
    assert [zlib.decompress(file) for file in files] == [
        packed(column) for column in columns
    ]
    first = packed([column[0] for column in columns])
    assert by_row(columns).startswith(first)
    assert len(by_row(columns)) == ROWS * 20 * 4


def test_a_sum_reads_one_column_in_twenty() -> None:
    columns = events(Random(1))
    files = by_column(columns)
    assert blocks(by_row(columns)) > 20 * blocks(files[2])


def test_a_column_that_repeats_itself_is_smaller_than_a_random_one() -> None:
    _, campaign, amount, other, *_ = by_column(events(Random(1)))
    assert len(campaign) * 50 < len(amount) < len(other)
