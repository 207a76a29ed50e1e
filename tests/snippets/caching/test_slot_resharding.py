from collections import Counter

import pytest

from snippets.caching.key_hash_slot import MASTERS
from snippets.caching.slot_resharding import (
    SLOTS,
    equal_ranges,
    moved,
    with_a_master_more,
)


def test_three_equal_ranges_are_those_of_a_new_cluster() -> None:
    table = equal_ranges(3)
    for number, slots in enumerate(MASTERS.values()):
        assert {table[slot] for slot in slots} == {number}


@pytest.mark.parametrize("masters", [1, 2, 3, 4, 7, 100])
def test_equal_ranges_differ_by_one_slot_at_most(masters: int) -> None:
    held = Counter(equal_ranges(masters)).values()
    assert sum(held) == SLOTS
    assert max(held) - min(held) <= 1


@pytest.mark.parametrize("masters", [1, 2, 3, 4, 7])
def test_only_the_new_master_gets_slots(masters: int) -> None:
    before = equal_ranges(masters)
    after = with_a_master_more(before)
    for old, new in zip(before, after, strict=True):
        assert new in (old, masters)


@pytest.mark.parametrize("masters", [1, 2, 3, 4, 7])
def test_the_new_master_gets_its_share_and_no_more_moves(masters: int) -> None:
    before = equal_ranges(masters)
    after = with_a_master_more(before)
    count = moved(before, after)
    assert count == Counter(after)[masters]
    assert count == pytest.approx(SLOTS / (masters + 1), abs=masters + 1)


def test_new_equal_ranges_for_four_move_half_of_the_slots() -> None:
    assert moved(equal_ranges(3), equal_ranges(4)) == SLOTS / 2
