import pytest

from snippets.networking.conditional_update import App, call, note_api


@pytest.fixture
def app() -> App:
    return note_api(strict=True)


def test_the_tag_changes_with_each_update(app: App) -> None:
    tags = [call(app, "GET")[1]]
    for text in ("tea", "oil", "tea"):
        status, tag, _ = call(app, "PUT", text, HTTP_IF_MATCH=tags[-1])
        assert status == "204 No Content"
        tags.append(tag)
    assert len(set(tags)) == 4
    assert call(app, "GET") == ["200 OK", tags[-1], "tea"]


def test_an_update_of_an_old_version_is_refused_and_changes_nothing(
    app: App,
) -> None:
    _, tag, _ = call(app, "GET")
    call(app, "PUT", "milk, eggs", HTTP_IF_MATCH=tag)
    status, *_ = call(app, "PUT", "milk, tea", HTTP_IF_MATCH=tag)
    assert status == "412 Precondition Failed"
    assert call(app, "GET")[2] == "milk, eggs"


def test_a_refused_update_gives_no_new_tag(app: App) -> None:
    assert call(app, "PUT", "tea", HTTP_IF_MATCH='"9"')[1] == ""


def test_an_update_without_condition_is_refused_if_one_is_required(
    app: App,
) -> None:
    assert call(app, "PUT", "tea")[0] == "428 Precondition Required"
    assert call(app, "GET")[2] == "milk"


@pytest.mark.parametrize("match", ["1", 'W/"1"', '"01"', ' "1'])
def test_only_the_whole_strong_tag_matches(app: App, match: str) -> None:
    status, *_ = call(app, "PUT", "tea", HTTP_IF_MATCH=match)
    assert status == "412 Precondition Failed"


def test_a_star_matches_whatever_is_there(app: App) -> None:
    assert call(app, "PUT", "tea", HTTP_IF_MATCH="*")[0] == "204 No Content"


def test_without_conditions_the_first_of_two_updates_is_lost() -> None:
    app = note_api(strict=False)
    _, _, text = call(app, "GET")
    for item in ("eggs", "tea"):
        assert call(app, "PUT", f"{text}, {item}")[0] == "204 No Content"
    assert call(app, "GET")[2] == "milk, tea"


def test_with_if_match_and_a_new_try_no_update_is_lost(app: App) -> None:
    seen = [call(app, "GET")] * 20  # twenty editors read the same version
    for number, (_, tag, text) in enumerate(seen):
        new = f"{text} {number}"
        while call(app, "PUT", new, HTTP_IF_MATCH=tag)[0][:3] == "412":
            _, tag, text = call(app, "GET")
            new = f"{text} {number}"
    assert call(app, "GET")[2] == " ".join(["milk", *map(str, range(20))])
