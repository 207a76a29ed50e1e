import pytest

from snippets.consistency.fan_out import RATE, fan_out


def test_the_last_follower_waits_for_all_inserts() -> None:
    [(first, last)] = fan_out([(5.0, "ada", 10 * RATE)])
    assert first == pytest.approx(1 / RATE)
    assert last == pytest.approx(10)


def test_a_post_waits_for_those_before_it() -> None:
    posts = [(0.0, "a singer", 3 * RATE), (1.0, "bob", RATE)]
    assert fan_out(posts)[1][1] == pytest.approx(3)


def test_an_idle_queue_costs_nothing() -> None:
    posts = [(0.0, "ada", RATE), (2.0, "bob", RATE)]
    assert fan_out(posts)[1][1] == pytest.approx(1)
