import pytest

from snippets.caching.shard_load import KEYS, SLOT, SLOTS, TOTAL, capacity


def test_one_master_takes_what_one_takes() -> None:
    assert capacity(1) == pytest.approx(1)


@pytest.mark.parametrize("masters", [2, 3, 12, 48])
def test_more_masters_take_less_than_their_number(masters: int) -> None:
    assert 1 < capacity(masters) < masters


@pytest.mark.parametrize("masters", [48, 1_000, SLOTS])
def test_no_number_of_masters_beats_the_share_of_one_key(masters: int) -> None:
    assert capacity(masters) < TOTAL


def test_copies_near_the_clients_lift_the_bound() -> None:
    assert capacity(48, near=100) > 48


def test_a_copy_of_the_most_popular_key_takes_its_share_only() -> None:
    assert capacity(1, near=1) == pytest.approx(TOTAL / (TOTAL - 1))


def test_a_master_holds_a_range_of_slots() -> None:
    # product:1 has slot 0, product:5 slot 132, product:9 slot 264.
    assert (
        SLOT[0] * 48 // SLOTS == SLOT[4] * 48 // SLOTS == SLOT[8] * 48 // SLOTS
    )
    assert capacity(48) < TOTAL / (1 + 1 / 5 + 1 / 9)


def test_the_slots_are_used_evenly_by_the_keys() -> None:
    for third in range(3):
        held = sum(slot * 3 // SLOTS == third for slot in SLOT)
        assert held / KEYS == pytest.approx(1 / 3, abs=0.005)
