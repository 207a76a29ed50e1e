import pytest

from snippets.databases.secondary_index import (
    ENTRY,
    OLD,
    ROW,
    Write,
    after,
    by_email,
    faults,
)


def wrong_after(batches: list[list[Write]], *, verify: bool) -> list[int]:
    """The steps after which a crash leaves something wrong."""
    return [
        crash
        for crash in range(len(batches) + 1)
        if list(faults(after(batches, crash), verify=verify))
    ]


@pytest.mark.parametrize("order", [[ROW, ENTRY, OLD], [ENTRY, ROW, OLD]])
def test_write_by_write_two_crashes_of_four_are_seen(
    order: list[Write],
) -> None:
    assert wrong_after([[write] for write in order], verify=False) == [1, 2]


def test_entry_first_and_verified_no_crash_is_seen() -> None:
    assert wrong_after([[ENTRY], [ROW], [OLD]], verify=True) == []


def test_verifying_does_not_repair_a_row_written_first() -> None:
    batches = [[ROW], [ENTRY], [OLD]]
    assert list(faults(after(batches, 1), verify=True)) == ["no user"]


def test_deleting_the_old_entry_first_loses_the_user() -> None:
    batches = [[ENTRY], [OLD], [ROW]]
    assert list(faults(after(batches, 2), verify=True)) == ["no user"]


def test_one_batch_is_there_or_not() -> None:
    assert wrong_after([[OLD, ENTRY, ROW]], verify=False) == []


def test_in_the_end_only_the_new_address_is_found() -> None:
    store = after([[ENTRY], [ROW], [OLD]], 3)
    assert by_email(store, "ada@new.org", verify=False) == "user:17"
    assert by_email(store, "ada@old.org", verify=False) is None
    assert by_email(store, "eve@new.org", verify=True) is None
