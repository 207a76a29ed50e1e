from random import Random

import pytest

from snippets.consistency.session_tokens import run


@pytest.mark.parametrize("rule", ["full token", "primary"])
def test_nothing_is_missed_and_nothing_goes_back(rule: str) -> None:
    assert run(rule, Random(2))[:2] == (0, 0)


def test_a_write_token_does_not_stop_reads_that_go_back() -> None:
    missed, back, _ = run("write token", Random(2))
    assert missed == 0
    assert back > 0


def test_one_replica_does_not_go_back_and_misses_own_writes() -> None:
    missed, back, primary = run("same replica", Random(2))
    assert missed > 0
    assert back == primary == 0


@pytest.mark.parametrize("rule", ["any replica", "own cache", "pinned"])
def test_the_others_do_both(rule: str) -> None:
    missed, back, _ = run(rule, Random(2))
    assert missed > 0
    assert back > 0


def test_an_own_cache_is_worse_than_none_with_two_devices() -> None:
    assert run("own cache", Random(2))[0] > run("any replica", Random(2))[0]


def test_the_token_asks_the_primary_least_of_what_is_right() -> None:
    token, pinned = run("full token", Random(2)), run("pinned", Random(2))
    assert token[2] < pinned[2] < run("primary", Random(2))[2]
