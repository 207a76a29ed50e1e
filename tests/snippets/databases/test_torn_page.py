from snippets.databases.torn_page import (
    NEW,
    OLD,
    checksum,
    redo_by_number,
    restore_image,
    torn,
    wrong,
)


def test_each_mixture_of_sectors_is_tried_once() -> None:
    assert len(torn()) == 16
    for page, _ in torn():
        assert all(s in pair for s, *pair in zip(page, OLD, NEW, strict=True))


def test_a_new_number_over_old_sectors_skips_the_change() -> None:
    assert redo_by_number(["2", "ada 100", "bob 80", "cyd 20"])[1] == "ada 100"
    assert wrong(redo_by_number) == 6


def test_redo_is_right_on_a_whole_page_old_or_new() -> None:
    assert redo_by_number(OLD) == NEW
    assert redo_by_number(NEW) == NEW


def test_a_whole_image_is_right_after_each_crash() -> None:
    assert wrong(restore_image) == 0


def test_a_checksum_notices_each_page_that_is_neither_old_nor_new() -> None:
    for page, stored in torn():
        assert (checksum(page) == stored) == (page in (OLD, NEW))
