import random
from math import inf

import pytest

from snippets.networking.bounded_outbox import GivesWay, Outbox, run


def waiting[M](outbox: Outbox[M]) -> list[M]:
    return [outbox.take() for _ in range(len(outbox.waiting))]


def filled(gives_way: GivesWay, number: int = 3) -> Outbox[int]:
    """Of two places, after so many messages."""
    outbox = Outbox[int](2, gives_way)
    for message in range(number):
        outbox.put(message)
    return outbox


def test_messages_are_taken_in_the_order_in_which_they_came() -> None:
    assert waiting(filled("oldest", 2)) == [0, 1]


def test_the_oldest_gives_way_to_the_new() -> None:
    assert waiting(filled("oldest")) == [1, 2]


def test_the_newest_is_dropped_and_the_sender_goes_on() -> None:
    outbox = filled("newest", 2)
    assert outbox.put(2)
    assert waiting(outbox) == [0, 1]
    assert outbox.is_open


def test_the_sender_is_told_to_wait_and_can_offer_it_again() -> None:
    outbox = filled("sender", 2)
    assert not outbox.put(2)
    assert outbox.is_open
    outbox.take()
    assert outbox.put(2)
    assert waiting(outbox) == [1, 2]


def test_the_reader_has_to_go() -> None:
    outbox = filled("reader", 2)
    assert outbox.is_open
    assert outbox.put(2)
    assert not outbox.is_open


def test_of_one_topic_the_latest_takes_the_place_of_the_one_before() -> None:
    outbox = Outbox[str](2, "sender")
    assert outbox.put("A 1", topic="A")
    assert outbox.put("B 1", topic="B")
    assert outbox.put("A 2", topic="A")
    assert waiting(outbox) == ["A 2", "B 1"]


def test_without_a_topic_equal_messages_are_all_kept() -> None:
    outbox = Outbox[str](3, "oldest")
    for _ in range(3):
        outbox.put("tick")
    assert waiting(outbox) == ["tick"] * 3


def test_an_empty_outbox_has_nothing_to_take() -> None:
    with pytest.raises(KeyError):
        Outbox[str](1, "oldest").take()


@pytest.mark.parametrize("gives_way", ["sender", "oldest", "newest", "reader"])
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_it_does_what_a_list_would(limit: int, gives_way: GivesWay) -> None:
    rng = random.Random(limit)
    outbox, model, is_open = Outbox[int](limit, gives_way), list[int](), True
    for message in range(2_000):
        if rng.random() < 0.45 and model:
            assert outbox.take() == model.pop(0)
            continue
        full = len(model) == limit
        assert outbox.put(message) == (not full or gives_way != "sender")
        if full and gives_way == "oldest":
            model.pop(0)
        if not full or gives_way == "oldest":
            model.append(message)
        is_open = is_open and not (full and gives_way == "reader")
        if not full:
            assert outbox.is_open or not is_open
        assert list(outbox.waiting.values()) == model


def test_if_the_sender_waits_all_get_as_little_as_the_slowest() -> None:
    sent, read, most, _ = run(Outbox(20, "sender"))
    assert sent == read + 20
    assert most == 20


def test_without_a_limit_what_waits_grows_with_time() -> None:
    sent, read, most, _ = run(Outbox(inf, "oldest"))
    assert (sent, most) == (1_000, 1_000 - read)


@pytest.mark.parametrize("gives_way", ["oldest", "newest", "reader"])
def test_with_a_limit_the_sender_goes_on_and_memory_ends(
    gives_way: GivesWay,
) -> None:
    sent, _, most, _ = run(Outbox(20, gives_way))
    assert (sent, most) == (1_000, 20)


def test_dropping_the_oldest_bounds_the_age_and_dropping_the_newest_less() -> (
    None
):
    oldest = run(Outbox(20, "oldest"))[-1]
    newest = run(Outbox(20, "newest"))[-1]
    assert oldest < 20
    assert newest > 9 * oldest


def test_one_place_per_topic_keeps_news_younger_than_a_round_of_topics() -> (
    None
):
    assert run(Outbox(20, "oldest"), topics=5)[2:] == (5, 4)
