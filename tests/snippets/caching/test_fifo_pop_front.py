import pytest

from snippets.caching.fifo_pop_front import replace_in_array, replace_in_ring


@pytest.mark.parametrize("capacity", [1, 2, 10, 500])
def test_the_array_still_writes_every_slot_per_eviction(capacity: int) -> None:
    slots = [f"user:{number}" for number in range(capacity)]
    assert replace_in_array(slots, "newest") == capacity


@pytest.mark.parametrize("capacity", [1, 2, 10, 500])
def test_the_ring_changes_one_slot_per_eviction(capacity: int) -> None:
    slots = [f"user:{number}" for number in range(capacity)]
    before = slots.copy()
    assert replace_in_ring(slots, 0, "newest") == (1 % capacity, 1)
    changed = [
        old for old, new in zip(before, slots, strict=True) if old != new
    ]
    assert changed == ["user:0"]


@pytest.mark.parametrize("capacity", [1, 2, 3, 7])
def test_both_keep_the_newest_in_order_of_arrival(capacity: int) -> None:
    names = [f"user:{number}" for number in range(50)]
    array, ring, oldest = names[:capacity], names[:capacity], 0
    for number in range(capacity, 50):
        replace_in_array(array, names[number])
        oldest, _ = replace_in_ring(ring, oldest, names[number])
        model = names[number - capacity + 1 : number + 1]
        assert array == model
        assert ring[oldest:] + ring[:oldest] == model
