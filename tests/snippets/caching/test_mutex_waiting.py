import pytest

from snippets.caching.mutex_waiting import DEADLINE, RENDER, TRIP, run, serve


def count(cache: dict[str, str]) -> dict[str, int]:
    return {answer: len(took) for answer, took in run(cache).items()}


@pytest.mark.parametrize("cache", [{}, {"stale": "old"}])
def test_a_hundred_requests_render_once(cache: dict[str, str]) -> None:
    answers = count(cache)
    assert answers["rendered"] == 1
    assert sum(answers.values()) == 100
    assert "lock" not in cache


def test_with_a_stale_copy_only_the_renderer_waits() -> None:
    answers = run({"stale": "old"})
    took = [ms for kind, all_ms in answers.items() for ms in all_ms]
    assert sorted(took)[-2:] == [TRIP, TRIP + RENDER]


def test_without_a_stale_copy_nobody_waits_longer_than_the_deadline() -> None:
    answers = run({})
    assert "gave up" not in answers
    assert max(answers["page"]) <= DEADLINE


def test_a_new_page_renews_the_stale_copy() -> None:
    cache = {"stale": "old"}
    run(cache)
    assert cache["stale"] == cache["page"] == "by t0"


def test_a_dead_holder_costs_each_request_its_deadline_and_no_more() -> None:
    answers = run({"lock": "dead"})
    assert list(answers) == ["gave up"]
    assert set(answers["gave up"]) == {DEADLINE + TRIP}


def test_a_dead_holder_is_no_matter_while_there_is_a_stale_copy() -> None:
    assert count({"lock": "dead", "stale": "old"}) == {"stale copy": 100}


def test_a_page_stored_between_miss_and_lock_is_not_rendered_again() -> None:
    cache: dict[str, str] = {}
    request = serve(cache, "late")
    assert next(request) == TRIP
    cache["page"] = "by another"
    with pytest.raises(StopIteration) as end:
        next(request)
    assert end.value.value == "second look"
    assert cache == {"page": "by another"}


def test_a_hit_needs_no_lock() -> None:
    assert count({"page": "new", "lock": "other"}) == {"page": 100}
