import pytest

from snippets.caching.http_age import Received, current_age


def test_the_time_in_this_cache_counts() -> None:
    response = Received(date=100, age=0, asked=100, received=100)
    assert [current_age(response, now) for now in [100, 160]] == [0, 60]


def test_the_time_in_other_caches_and_on_the_way_counts() -> None:
    response = Received(date=200, age=45, asked=192, received=200)
    assert current_age(response, 210) == 45 + 8 + 10


def test_an_age_that_nobody_sent_follows_from_the_date() -> None:
    response = Received(date=140, age=0, asked=200, received=200)
    assert current_age(response, 200) == 60


@pytest.mark.parametrize("ahead", [1, 3_600])
@pytest.mark.parametrize("age", [0, 45])
def test_a_date_in_the_future_leaves_what_age_and_the_way_say(
    ahead: int, age: int
) -> None:
    response = Received(date=200 + ahead, age=age, asked=192, received=200)
    assert current_age(response, 200) == age + 8


def test_without_age_a_clock_that_is_ahead_hides_the_time_elsewhere() -> None:
    held = 45
    right = Received(date=200 - held, age=0, asked=200, received=200)
    ahead = Received(date=3_800 - held, age=0, asked=200, received=200)
    assert [current_age(sent, 200) for sent in (right, ahead)] == [held, 0]
