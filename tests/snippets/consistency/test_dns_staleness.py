import pytest

from snippets.consistency.dns_staleness import HOUR, TTL, longest


@pytest.mark.parametrize("caches", [1, 2, 4])
def test_caches_that_count_down_keep_to_the_time_to_live(caches: int) -> None:
    assert longest([""] * caches) <= TTL
    assert longest([""]) == TTL


@pytest.mark.parametrize("caches", [2, 3])
def test_caches_that_start_anew_add_up(caches: int) -> None:
    found = longest(["starts anew"] * caches)
    assert (caches - 1) * TTL <= found <= caches * TTL


def test_a_floor_replaces_the_time_to_live() -> None:
    assert longest(["floor"]) == HOUR


def test_an_absence_is_kept_for_its_own_time() -> None:
    assert longest([""], ttl=HOUR) == HOUR


@pytest.mark.parametrize("behind", [10, HOUR])
def test_a_server_that_is_behind_comes_on_top(behind: int) -> None:
    assert longest([""], behind=behind) == behind + TTL


def test_an_outage_ends_the_old_answer_unless_stale_is_served() -> None:
    assert longest([""], down=HOUR) == TTL
    assert longest(["serves stale"], down=HOUR) == HOUR


def test_served_stale_is_the_time_to_live_if_nothing_fails() -> None:
    assert longest(["serves stale"]) == TTL


def test_a_cache_before_one_that_stretches_adds_nothing_to_it() -> None:
    assert longest(["", "floor"]) == HOUR
    assert longest(["", "serves stale"], down=HOUR) == HOUR
