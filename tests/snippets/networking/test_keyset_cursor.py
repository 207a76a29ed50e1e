from base64 import urlsafe_b64encode

import pytest

from snippets.networking import keyset_cursor
from snippets.networking.keyset_cursor import TITLES, pages


def titles(target: str = "/notes") -> list[list[str]]:
    """The titles on each page."""
    return [page.partition(": ")[2].split() for page in pages(target)]


def test_following_next_shows_each_note_once_newest_first() -> None:
    shown = [title for page in titles() for title in page]
    assert shown == TITLES[::-1]


def test_a_page_may_end_within_a_day() -> None:
    assert titles()[1][-1] == "eggs"  # milk is of the same day
    assert titles()[2] == ["milk"]


@pytest.mark.parametrize(
    ("size", "lengths"),
    [(1, [1] * 7), (2, [2, 2, 2, 1]), (3, [3, 3, 1]), (7, [7]), (8, [7])],
)
def test_the_last_page_has_no_next_and_none_is_empty(
    monkeypatch: pytest.MonkeyPatch, size: int, lengths: list[int]
) -> None:
    monkeypatch.setattr(keyset_cursor, "PAGE", size)
    assert [len(page) for page in titles()] == lengths


@pytest.mark.parametrize(
    "cursor",
    ["7", "!", "é", "WzFd", urlsafe_b64encode(b'{"a": 1}').decode()]
    + [urlsafe_b64encode(text).decode() for text in (b"[1,[]]", b"[1e1,")]
    + [urlsafe_b64encode(b"[%d, 1]" % 10**30).decode()],
)
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    (page,) = pages(f"/notes?after={cursor}")
    assert "400 Bad Request" in page


def test_a_cursor_without_signature_can_be_made_up() -> None:
    made_up = urlsafe_b64encode(b"[0, 3]").decode()
    assert titles(f"/notes?after={made_up}") == [["eggs", "milk"]]
