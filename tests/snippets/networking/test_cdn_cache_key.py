from random import Random

import pytest

from snippets.networking.cdn_cache_key import (
    KEYS,
    Request,
    answer,
    follow_link,
    serve,
)


def requests(seed: int, count: int = 5_000) -> list[Request]:
    rng = Random(seed)
    return [follow_link(rng) for _ in range(count)]


def test_the_answer_depends_on_what_is_read_and_nothing_else() -> None:
    first = ("sort=n&page=1", "de", "Browser/1")
    same = ("page=1&click=9&sort=n", "de-DE,de;q=0.9", "Browser/2")
    assert answer(first) == answer(same)
    for other in [
        ("sort=p&page=1", "de", "Browser/1"),
        ("sort=n&page=2", "de", "Browser/1"),
        ("sort=n&page=1", "en", "Browser/1"),
    ]:
        assert answer(other) != answer(first)


@pytest.mark.parametrize("seed", range(3))
def test_the_normalised_key_stores_each_answer_once(seed: int) -> None:
    stored, hits, wrong = serve(requests(seed), KEYS["normalised"])
    assert stored == 2 * 3 * 2
    assert hits == 1 - stored / 5_000
    assert wrong == 0


@pytest.mark.parametrize("seed", range(3))
def test_what_is_not_read_costs_hits_and_never_a_wrong_answer(
    seed: int,
) -> None:
    _, all_hits, all_wrong = serve(requests(seed), KEYS["all as sent"])
    _, hits, wrong = serve(requests(seed), KEYS["query as sent, language"])
    assert all_hits < hits < 0.65
    assert all_wrong == wrong == 0


@pytest.mark.parametrize("seed", range(3))
def test_a_key_without_the_query_hits_and_is_wrong_in_five_of_six(
    seed: int,
) -> None:
    stored, hits, wrong = serve(requests(seed), KEYS["language"])
    assert (stored, hits) == (2, 1 - 2 / 5_000)
    assert wrong == pytest.approx(5 / 6, abs=0.02)
