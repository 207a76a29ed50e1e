from math import ceil

import pytest

from snippets.networking import live_update_load
from snippets.networking.live_update_load import (
    EVENT_EVERY,
    PHONES,
    polling,
    pushing,
    servers,
)


def test_half_the_interval_is_twice_the_load() -> None:
    for every in (2, 10, 30):
        requests, megabits = polling(every)
        assert polling(2 * every) == (requests / 2, megabits / 2)


def test_the_load_of_polling_and_of_pushing() -> None:
    assert polling(2) == (500_000, 2_000)
    messages, megabits = pushing()
    assert messages == pytest.approx(100_000 + 66_667, abs=1)
    assert megabits == pytest.approx(120 + 37.3, abs=0.1)


def test_polling_as_often_as_there_are_events_costs_more_than_push() -> None:
    assert polling(EVENT_EVERY)[1] > 2 * pushing()[1]


def test_rare_polls_need_less_than_push() -> None:
    assert polling(30)[1] < pushing()[1]


def test_handshakes_decide_how_many_servers() -> None:
    assert list(servers().values()) == [10, 6, 25]


def test_the_limits_move_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_update_load, "HANDSHAKES", 4_000)
    assert max(servers().values()) == 10
    monkeypatch.setattr(live_update_load, "HELD", 30_000)
    assert max(servers().values()) == ceil(PHONES / 30_000) == 34
