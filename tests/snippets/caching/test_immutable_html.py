from random import Random

import pytest

from snippets.caching.immutable_html import (
    DEPLOY,
    READERS,
    VISITS,
    etag,
    run,
)

SEEDS = pytest.mark.parametrize("seed", range(3))
YEAR, HOUR = 31_536_000, 3_600


def test_the_version_changes_at_the_deploy() -> None:
    assert etag(DEPLOY - 1) != etag(DEPLOY) == etag(DEPLOY + 1)


@SEEDS
def test_a_page_kept_for_a_year_is_never_replaced(seed: int) -> None:
    got = run(YEAR, Random(seed))
    assert got["200"] == READERS
    assert got["304"] == 0
    assert got["old at the end"] == got["old readers"] > 0.9 * READERS


@SEEDS
def test_a_page_kept_for_an_hour_is_old_for_up_to_an_hour(seed: int) -> None:
    got = run(HOUR, Random(seed))
    assert 0 < got["last"] < HOUR
    assert 0 < got["old readers"] < READERS


@SEEDS
def test_a_page_that_is_asked_for_is_never_old(seed: int) -> None:
    got = run(0, Random(seed))
    assert got["old pages"] == got["old readers"] == got["old at the end"] == 0
    assert got["200"] + got["304"] == READERS * VISITS
    assert got["200"] <= 2 * READERS


@SEEDS
def test_validation_saves_the_page_but_not_the_request(seed: int) -> None:
    hour, none = run(HOUR, Random(seed)), run(0, Random(seed))
    assert none["200"] == hour["200"]
    assert none["304"] > 10 * hour["304"]
