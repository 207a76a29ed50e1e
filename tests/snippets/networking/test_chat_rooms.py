import json

import pytest

from snippets.networking.chat_rooms import LONGEST, Rooms, read


def rooms() -> Rooms[str]:
    found = Rooms[str]()
    for room, member in [("all", "ada"), ("all", "bob"), ("sales", "cyd")]:
        found.enter(room, member)
    return found


def test_a_message_is_for_the_others_in_the_room() -> None:
    assert rooms().others("all", "ada") == ["bob"]
    assert rooms().others("sales", "cyd") == []


def test_who_is_not_in_a_room_may_not_speak_there() -> None:
    for room in ["all", "nowhere"]:
        with pytest.raises(ValueError, match=f"cyd is not in {room}"):
            rooms().others(room, "cyd")


def test_who_enters_twice_hears_once_and_leaves_at_once() -> None:
    found = rooms()
    found.enter("all", "bob")
    assert found.others("all", "ada") == ["bob"]
    found.leave("bob")
    assert found.others("all", "ada") == []


def test_who_leaves_is_out_of_all_rooms_and_nobody_else_is() -> None:
    found = rooms()
    found.enter("sales", "ada")
    found.leave("ada")
    assert found.others("sales", "cyd") == []
    found.leave("stranger")
    assert found.others("all", "bob") == []


def test_an_empty_room_takes_no_memory() -> None:
    found = rooms()
    for member in ["ada", "bob", "cyd"]:
        found.leave(member)
    assert found._members == {}


def test_the_two_kinds_of_message() -> None:
    assert read('{"enter": "all"}') == ("all", None)
    assert read('{"room": "all", "say": ""}') == ("all", "")


@pytest.mark.parametrize(
    "message",
    [
        "hi",
        "[]",
        "{}",
        '{"enter": 1}',
        '{"room": "all"}',
        '{"room": "all", "say": null}',
        '{"say": "hi"}',
        b'{"enter": "all"}',
        json.dumps({"room": "all", "say": "x" * LONGEST}),
        "[" * 100_000,
    ],
    ids=range(10),
)
def test_everything_else_is_refused(message: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(message)
