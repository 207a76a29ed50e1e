"""What a list in pages promises, one promise per test."""

import linecache
import re
import sqlite3
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
import solution

type Note = tuple[int, str, int]  # id, tag, day


def database(notes: list[Note]) -> sqlite3.Connection:
    """These notes, and the index that the task promises."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, tag TEXT, day INT)")
    db.execute("CREATE INDEX listed ON notes (tag, day, id)")
    db.executemany("INSERT INTO notes VALUES (?, ?, ?)", notes)
    return db


def home(days: list[int]) -> list[Note]:
    """Notes of the tag `home`, numbered from 1, of these days."""
    return [(number, "home", day) for number, day in enumerate(days, 1)]


def read_all(
    db: sqlite3.Connection,
    size: int,
    between: Callable[[], object] = lambda: None,
) -> list[list[int]]:
    """The ids on each page of `home`, until there is no next one."""
    pages, cursor = list[list[int]](), None
    while len(pages) < 50:
        page = solution.page(db, "home", size, cursor)
        pages.append(page.ids)
        cursor = page.next
        if cursor is None:
            return pages
        between()
    pytest.fail("The last page has no next. After 50 pages there still is one.")


LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
TIED = home([3, 3, 1, 3, 2, 3, 3, 1, 2, 3])
NEWEST_FIRST = [10, 7, 6, 4, 2, 1, 9, 5, 8, 3]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9, 10, 11, 100])
def test_each_note_is_shown_once_in_order(size: int) -> None:
    pages = read_all(database(TIED), size)
    shown = [number for page in pages for number in page]
    assert sorted(shown) == sorted(NEWEST_FIRST), (
        "Notes of one day are told apart by their ids. With the day alone a "
        f"page that ends within a day loses or repeats notes: {shown}."
    )
    assert shown == NEWEST_FIRST, (
        f"The order is by day, then by id, both descending. Not {shown}."
    )


@pytest.mark.parametrize("size", [1, 2, 3, 5, 10, 11])
def test_pages_are_full_but_for_the_last(size: int) -> None:
    lengths = [len(page) for page in read_all(database(TIED), size)]
    full, rest = divmod(10, size)
    assert lengths == [size] * full + [rest] * (rest > 0), (
        "The last page has no next. Ask for one note more than you show, so "
        f"that no page is empty: with {size} per page they hold {lengths}."
    )


def test_the_size_may_change_from_page_to_page() -> None:
    db = database(TIED)
    for size, ids in ((1, [4]), (3, [4, 2, 1]), (9, [4, 2, 1, 9, 5, 8, 3])):
        page = solution.page(db, "home", size, cursor_of(db))
        assert page.ids == ids, (
            "The size is that of this request. A cursor says where the page "
            f"begins: of size {size} it holds {page.ids}."
        )


def test_an_empty_list_is_one_empty_page() -> None:
    page = solution.page(database([]), "home", 3)
    assert (page.ids, page.next) == ([], None), (
        "A list without notes is an empty page, and no next one."
    )


def test_only_notes_with_the_tag_are_listed() -> None:
    notes = [*home([5, 4, 3]), (7, "work", 4), (8, "work", 9)]
    shown = read_all(database(notes), 1)
    assert shown == [[1], [2], [3]], "Notes of other tags are not in the list."
    page = solution.page(database(notes), "' OR 1 --", 9)
    assert page.ids == [], "A tag is a value: bind it."


def test_new_notes_repeat_nothing() -> None:
    db = database(TIED)
    insert = "INSERT INTO notes (tag, day) VALUES ('home', 9), ('home', 9)"
    shown = read_all(db, 3, lambda: db.execute(insert))
    assert sum(shown, []) == NEWEST_FIRST, (  # noqa: RUF017
        "New notes before a page must not move it. By offset the last notes of "
        f"a page come again: {shown}."
    )


def test_deleted_notes_hide_nothing() -> None:
    db = database(TIED)
    first = "DELETE FROM notes WHERE id = (SELECT id FROM notes ORDER BY day "
    first += "DESC, id DESC LIMIT 1)"
    shown = read_all(db, 3, lambda: db.execute(first))
    assert sum(shown, []) == NEWEST_FIRST, (  # noqa: RUF017
        "Notes that were read and then deleted must not hide others. By offset "
        f"they do: {shown}."
    )


def test_the_note_of_the_cursor_may_be_deleted() -> None:
    db = database(TIED)
    page = solution.page(db, "home", 3)
    db.execute("DELETE FROM notes WHERE id = ?", [page.ids[-1]])
    follows = solution.page(db, "home", 3, page.next).ids
    assert follows == [4, 2, 1], (
        "A cursor is a place, not a note. It has to hold the day and the id, "
        f"as its note may be gone: {follows}."
    )


@pytest.mark.parametrize("days", [[10**15, 10**12, 7], [2, 0, -5], [0, 0, 0]])
def test_no_day_is_too_early_or_too_late(days: list[int]) -> None:
    shown = sum(read_all(database(home(days)), 1), [])  # noqa: RUF017
    assert len(shown) == 3, (
        "No day is before or after all others, and 0 is one. The first page "
        f"has no condition: of the days {days} notes {shown} were shown."
    )


def refused(
    db: sqlite3.Connection, cursor: str, unless: solution.Page | None = None
) -> bool:
    """Whether the cursor is a ValueError, or else leads to that page."""
    try:
        return solution.page(db, "home", 3, cursor) == unless
    except ValueError:
        return True


def cursor_of(db: sqlite3.Connection, tag: str = "home") -> str:
    """The cursor after three notes."""
    cursor: str | None = solution.page(db, tag, 3).next
    assert cursor, "After three of ten notes there is a next page."
    return cursor


def test_a_changed_cursor_is_refused() -> None:
    db = database(TIED)
    cursor = cursor_of(db)
    right = solution.page(db, "home", 3, cursor)
    for at in range(len(cursor)):
        for letter in LETTERS:
            changed = cursor[:at] + letter + cursor[at + 1 :]
            assert refused(db, changed, unless=right), (
                "A cursor that was changed is refused. Sign it, and check the "
                f"signature over all of it: {changed} passed for {cursor}."
            )


@pytest.mark.parametrize(
    "made_up", ["", "0", "3", "x", "é", "bm8=", "AAAA" * 30]
)
def test_what_is_no_cursor_is_refused(made_up: str) -> None:
    try:
        passed = not refused(database(TIED), made_up)
    except Exception as error:
        pytest.fail(f"What is no cursor is a ValueError. Not: {error!r}")
    assert not passed, f"What is no cursor is a ValueError. {made_up!r} passed."


def test_the_signature_needs_the_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    db = database(TIED)
    cursor = cursor_of(db)
    monkeypatch.setattr(solution, "SECRET", b"another")
    assert refused(db, cursor), (
        "The signature depends on SECRET. A checksum without it can be "
        "computed by everybody."
    )


def test_a_cursor_is_for_one_list() -> None:
    other: list[Note] = [(number, "home1", 5) for number in range(20, 30)]
    db = database([*TIED, *other])
    assert refused(db, cursor_of(db, "home1")), (
        "A cursor is for one list. That of another tag is signed too, and "
        "leads to a place that this list's reader has never been at: sign the "
        "tag as well, so that `home1` and day 5 differ from `home` and day 15."
    )


def another_server(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same program in a new process, where `hash` gives other numbers."""
    file = solution.page.__code__.co_filename
    server = ModuleType("another_server")
    monkeypatch.setitem(sys.modules, "another_server", server)
    vars(server)["hash"] = lambda value: hash((value, "another process"))
    code = "".join(linecache.getlines(file))
    exec(compile(code, file, "exec"), vars(server))  # noqa: S102
    return server


def test_each_server_understands_the_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    db = database(TIED)
    server = another_server(monkeypatch)
    try:
        ids = server.page(db, "home", 3, cursor_of(db)).ids
    except ValueError as error:
        pytest.fail(
            "Each server has to understand the cursor. Another one, or this "
            "one after a restart, knows SECRET and nothing else: neither what "
            "this one remembers, nor its `hash`, which differs from process to "
            f"process. It said: {error}."
        )
    assert ids == [4, 2, 1], (
        "Each server has to understand the cursor. To another one it means "
        f"{ids}."
    )


def test_a_cursor_fits_into_an_address() -> None:
    cursor = cursor_of(database(TIED))
    assert re.fullmatch(r"[A-Za-z0-9._~=-]+", cursor), (
        "A cursor stands in an address. Take the letters of base64 that are "
        f"safe there: {cursor}"
    )


def steps_of_last(notes: int, pages: int) -> int:
    """What SQLite does for the last of some pages of 40 notes, in steps."""
    db = database(home([number // 7 for number in range(notes)]))
    steps, cursor = 0, None

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.set_progress_handler(count, 1)
    for _ in range(pages):
        steps = 0
        cursor = solution.page(db, "home", 40, cursor).next
    return steps


def test_a_page_costs_what_it_shows() -> None:
    few, many, late = [
        steps_of_last(*of) for of in ((80, 1), (3_000, 1), (3_000, 60))
    ]
    assert max(many, late) < 3 * few, (
        "A page costs what it shows. Not what the list holds or what is before "
        f"it. Of 80 notes the first 40 take SQLite {few} steps, of 3,000 notes "
        f"{many}, and the 60th page {late}. Let it start at the place, by "
        "(day, id) < (?, ?), and stop after the page."
    )
