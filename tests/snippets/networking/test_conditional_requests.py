import pytest

from snippets.networking.conditional_requests import Note, ask

BOTH = pytest.mark.parametrize("insists", [False, True])


@BOTH
def test_a_read_gives_the_text_and_its_tag(insists: bool) -> None:
    status, text, etag = ask(Note(insists), "GET")
    assert (status, text) == ("200 OK", "milk")
    assert etag.startswith('"')
    assert etag.endswith('"')


@BOTH
def test_a_read_with_the_current_tag_gets_no_text(insists: bool) -> None:
    note = Note(insists)
    etag = ask(note, "GET")[2]
    assert ask(note, "GET", HTTP_IF_NONE_MATCH=etag) == [
        "304 Not Modified",
        "",
        etag,
    ]
    assert ask(note, "GET", HTTP_IF_NONE_MATCH='"old"')[1] == "milk"


@BOTH
def test_a_write_of_the_current_version_changes_text_and_tag(
    insists: bool,
) -> None:
    note = Note(insists)
    etag = ask(note, "GET")[2]
    written = ask(note, "PUT", "tea", HTTP_IF_MATCH=etag)
    assert written == ["204 No Content", "", ""]
    _, text, other = ask(note, "GET")
    assert text == "tea"
    assert other != etag


@BOTH
def test_a_write_of_an_old_version_is_refused(insists: bool) -> None:
    note = Note(insists)
    etag = ask(note, "GET")[2]
    ask(note, "PUT", "tea", HTTP_IF_MATCH=etag)
    late = ask(note, "PUT", "bread", HTTP_IF_MATCH=etag)
    assert late[0] == "412 Precondition Failed"
    assert ask(note, "GET")[1] == "tea"


def test_an_update_gets_lost_if_nobody_says_what_it_is_for() -> None:
    note = Note(insists=False)
    assert ask(note, "PUT", "milk, tea")[0] == "204 No Content"
    assert ask(note, "PUT", "milk, bread")[0] == "204 No Content"
    assert ask(note, "GET")[1] == "milk, bread"


def test_who_insists_refuses_a_write_without_a_condition() -> None:
    note = Note(insists=True)
    assert ask(note, "PUT", "beer")[0] == "428 Precondition Required"
    assert ask(note, "GET")[1] == "milk"


def test_the_tag_is_of_the_text_not_of_the_time() -> None:
    assert ask(Note(False), "GET")[2] == ask(Note(True), "GET")[2]
