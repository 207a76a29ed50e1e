from math import factorial

import pytest

from snippets.caching.dual_write_order import (
    RECIPES,
    divergent,
    mixtures,
    run,
)


@pytest.mark.parametrize("writers", [1, 2, 3])
def test_each_mixture_comes_once(writers: int) -> None:
    found = mixtures(writers)
    assert len(found) == len(set(found))
    assert len(found) == factorial(2 * writers) // 2**writers


def test_the_second_writer_in_one_store_is_the_first_in_the_other() -> None:
    wrong = [
        turns
        for turns in mixtures(2)
        if run(RECIPES["cache, then database"], turns)
    ]
    assert wrong == [(0, 1, 1, 0), (1, 0, 0, 1)]


@pytest.mark.parametrize(
    "recipe", ["cache, then database", "database, then cache"]
)
def test_two_sets_diverge_in_2_of_6_mixtures_and_42_of_90(recipe: str) -> None:
    assert divergent(RECIPES[recipe], 1) == (0, 1)
    assert divergent(RECIPES[recipe], 2) == (2, 6)
    assert divergent(RECIPES[recipe], 3) == (42, 90)


def test_a_delete_leaves_nothing_that_could_differ() -> None:
    assert divergent(RECIPES["database, then delete"], 2) == (0, 6)
    assert divergent(RECIPES["database, then delete"], 3) == (0, 90)
