import pytest

from snippets.caching.capacity_zero import (
    evict_first,
    evict_if_any,
    evict_last,
    guarded,
    outcome,
)


def test_evicting_first_still_crashes_at_capacity_zero() -> None:
    assert outcome(evict_first, 0) == "KeyError: dictionary is empty"


def test_evicting_if_there_is_any_still_holds_one_entry_too_many() -> None:
    assert outcome(evict_if_any, 0) == "holds 1 of capacity 0"


def test_evicting_last_still_never_holds_anything_and_never_says_so() -> None:
    assert outcome(evict_last, 0) == "holds 0 of capacity 0"


def test_a_negative_capacity_fails_in_the_same_three_ways() -> None:
    assert outcome(evict_first, -1) == "KeyError: dictionary is empty"
    assert outcome(evict_if_any, -1) == "holds 1 of capacity -1"
    assert outcome(evict_last, -1) == "holds 0 of capacity -1"


@pytest.mark.parametrize("capacity", [0, -1])
def test_the_guard_names_the_capacity(capacity: int) -> None:
    error = f"ValueError: capacity must be at least 1, got {capacity}"
    assert outcome(guarded, capacity) == error


@pytest.mark.parametrize("capacity", [1, 2, 9, 10])
def test_from_capacity_one_all_four_agree(capacity: int) -> None:
    for put in [evict_first, evict_if_any, evict_last, guarded]:
        assert outcome(put, capacity) == (
            f"holds {capacity} of capacity {capacity}"
        )
