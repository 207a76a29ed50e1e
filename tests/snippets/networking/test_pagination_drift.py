import pytest

from snippets.networking.pagination_drift import CHANGES, read_all

NOTES, PAGE = 1_000, 50


def test_both_show_each_note_once_if_nothing_changes() -> None:
    assert read_all("offset", "")[1:] == [0, 0]
    assert read_all("keyset", "")[1:] == [0, 0]


def test_offset_visits_all_pages_before_each_page() -> None:
    # The 21st request learns that there is no more, and visits all notes.
    pages = NOTES // PAGE
    before = sum(PAGE * page for page in range(1, pages + 1))
    assert read_all("offset", "")[0] == before + NOTES


@pytest.mark.parametrize("change", CHANGES)
def test_keyset_visits_each_note_once_and_shows_each_once(change: str) -> None:
    assert read_all("keyset", change) == [NOTES, 0, 0]


def test_added_notes_make_offset_show_as_many_twice() -> None:
    _, twice, missed = read_all("offset", "5 added")
    # 50 of each page are shown, 5 of them again: 45 new ones per request.
    requests = -(-(NOTES - PAGE) // (PAGE - 5))
    assert (twice, missed) == (5 * requests, 0)


def test_deleted_notes_make_offset_miss_as_many() -> None:
    _, twice, missed = read_all("offset", "5 deleted")
    assert twice == 0
    assert missed == 5 * 18


@pytest.mark.parametrize("change", CHANGES)
def test_without_the_id_the_rest_of_a_day_is_missed(change: str) -> None:
    visited, twice, missed = read_all("day alone", change)
    assert twice == 0
    assert missed == NOTES - visited > 0
