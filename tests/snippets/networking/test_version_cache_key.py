import pytest

from snippets.networking.version_cache_key import (
    ACCEPT,
    PATH,
    QUERY,
    ROUNDS,
    key,
    through_cache,
)


@pytest.mark.parametrize(
    ("design", "vary"), [(PATH, False), (QUERY, False), (ACCEPT, True)]
)
def test_each_design_is_cached_rightly_if_the_cache_sees_the_version(
    design: str, vary: bool
) -> None:
    assert through_cache(design, vary=vary) == (0, 2)


def test_without_vary_half_of_the_answers_are_of_the_wrong_version() -> None:
    assert through_cache(ACCEPT) == (ROUNDS, 1)


def test_a_cache_that_ignores_the_query_mixes_versions_in_it() -> None:
    assert through_cache(QUERY, query=False) == (ROUNDS, 1)


@pytest.mark.parametrize("spellings", [1, 2, 3, 4])
def test_with_vary_each_spelling_is_an_answer_of_its_own(
    spellings: int,
) -> None:
    assert through_cache(ACCEPT, spellings, vary=True) == (0, 2 * spellings)


def test_vary_costs_nothing_where_no_field_differs() -> None:
    assert through_cache(PATH, vary=True) == (0, 2)


def test_the_key_is_method_and_address_unless_vary_names_a_field() -> None:
    request = "GET /notes?tag=home Accept: text/plain"
    assert key(request, vary=False, query=True) == "GET /notes?tag=home"
    assert key(request, vary=False, query=False) == "GET /notes"
    assert key(request, vary=True, query=True) == request
