import json
import random
from collections.abc import Iterator
from itertools import islice

import pytest

from snippets.networking.websocket_client import address, follow, read


def message(number: int) -> str:
    return json.dumps({"number": number, "say": f"goal {number}"})


class Server:
    """Answers each connection with the next of its scripts."""

    def __init__(self, *scripts: list[str] | Exception) -> None:
        self.scripts = list(scripts)
        self.urls: list[str] = []

    def connect(self, url: str) -> Iterator[str]:
        self.urls.append(url)
        script = self.scripts.pop(0) if self.scripts else []
        if isinstance(script, Exception):
            raise script
        yield from script


class Longest(random.Random):
    """Always picks the longest pause, to show the bound."""

    def uniform(self, a: float, b: float) -> float:
        assert a == 0
        return b


def events(server: Server, number: int) -> list[str | float]:
    return list(islice(follow("wss://x/", server.connect, Longest()), number))


@pytest.mark.parametrize(
    ("page", "socket"),
    [
        ("https://shop.example/room/17?x=1", "wss://shop.example/chat"),
        ("https://shop.example:8443", "wss://shop.example:8443/chat"),
        ("http://127.0.0.1:8000/", "ws://127.0.0.1:8000/chat"),
    ],
)
def test_a_page_that_came_by_https_asks_for_wss(page: str, socket: str) -> None:
    assert address(page) == socket


@pytest.mark.parametrize(
    "text",
    ["<html>", "", "[]", "{}", '{"number": "1", "say": "a"}', '{"number": 1}'],
)
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(text)


def test_unknown_members_of_a_message_are_ignored() -> None:
    assert read('{"number": 1, "say": "a", "new": true}') == (1, "a")


def test_a_reconnect_asks_for_what_comes_after_the_last_message() -> None:
    server = Server([message(1), message(2)], [message(3)])
    assert events(server, 4) == ["goal 1", "goal 2", 1.0, "goal 3"]
    assert server.urls == ["wss://x/?after=0", "wss://x/?after=2"]


def test_a_message_that_comes_twice_is_given_once() -> None:
    server = Server([message(1)], [message(1), message(2)])
    assert events(server, 3) == ["goal 1", 1.0, "goal 2"]


def test_pauses_double_up_to_a_limit_and_begin_anew_after_a_message() -> None:
    down = ConnectionError("refused")
    server = Server(*[down] * 6, [message(1)], down)
    pauses = [1.0, 2.0, 4.0, 8.0, 16.0, 30.0]
    assert events(server, 9) == [*pauses, "goal 1", 1.0, 2.0]


def test_a_server_that_talks_nonsense_is_not_asked_at_once_again() -> None:
    server = Server(["<html>"], ["<html>"], ["<html>"])
    assert events(server, 3) == [1.0, 2.0, 4.0]


def test_a_connection_that_brings_nothing_does_not_shorten_the_pause() -> None:
    assert events(Server([], [], []), 3) == [1.0, 2.0, 4.0]
