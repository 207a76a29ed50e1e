import re

import pytest

from snippets.databases.btree_height import fan_out, pages_per_level
from tests.paths import SNIPPETS


@pytest.mark.parametrize(
    ("fan", "keys", "levels"),
    [
        *((2, 10**7, 24), (3, 10**7, 15), (300, 10**7, 3)),
        *((300, 300, 1), (300, 301, 2), (2, 1, 1)),
    ],
)
def test_the_height_is_the_logarithm_rounded_up(
    fan: int, keys: int, levels: int
) -> None:
    assert len(pages_per_level(keys, fan)) == levels
    assert fan**levels >= keys


def test_each_level_points_to_every_page_below() -> None:
    levels = pages_per_level(10**7, 300)
    assert levels == [33_334, 112, 1]


def test_keys_are_padded_to_eight_bytes() -> None:
    assert fan_out(4) == fan_out(8) == 407
    assert fan_out(9) == fan_out(16) == 291


def test_postgresql_fills_its_leaves_to_nine_tenths_of_it() -> None:
    recorded = (SNIPPETS / "databases/btree_pages.out").read_text()
    leaf = re.search(r"^ +0 \| +1367 \| +(\d+)$", recorded, re.MULTILINE)
    assert leaf
    # One of them is the upper bound, which is no row.
    assert int(leaf[1]) == pytest.approx(0.9 * fan_out(8), abs=1)
    assert len(pages_per_level(500_000, int(leaf[1]) - 1)) == 3
