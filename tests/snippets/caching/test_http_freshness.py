import pytest

from snippets.caching.http_freshness import (
    Fields,
    directives,
    lifetime,
    verdict,
)

CACHES = pytest.mark.parametrize("shared", [False, True])


@CACHES
@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({}, 0),
        ({"Cache-Control": "max-age=0"}, 0),
        ({"Cache-Control": "public"}, 0),
        ({"Cache-Control": "max-age=60", "Expires": 3_600}, 60),
        ({"Cache-Control": "max-age=0", "Expires": 3_600}, 0),
        ({"Expires": 3_600, "Last-Modified": -10}, 3_600),
        ({"Expires": -1, "Last-Modified": -1_000}, 0),
        ({"Last-Modified": -1_000}, 100),
        ({"Last-Modified": 5}, 0),
    ],
)
def test_the_first_rule_that_applies_decides(
    fields: Fields, seconds: int, shared: bool
) -> None:
    assert lifetime(fields, shared) == seconds


@pytest.mark.parametrize(("shared", "seconds"), [(True, 0), (False, 60)])
def test_s_maxage_counts_in_shared_caches_only_and_0_is_a_value(
    shared: bool, seconds: int
) -> None:
    fields: Fields = {"Cache-Control": "max-age=60, s-maxage=0"}
    assert lifetime(fields, shared) == seconds


@pytest.mark.parametrize(
    ("cache_control", "browser", "cdn"),
    [
        ("max-age=60", "60 s", "60 s"),
        ("No-Store, max-age=60", "not stored", "not stored"),
        ("no-cache, max-age=60", "ask first", "ask first"),
        ("private, no-cache", "ask first", "not stored"),
        ("private, max-age=60", "60 s", "not stored"),
    ],
)
def test_a_directive_forbids_to_store_or_to_use_unasked(
    cache_control: str, browser: str, cdn: str
) -> None:
    fields: Fields = {"Cache-Control": cache_control}
    assert [verdict(fields, False), verdict(fields, True)] == [browser, cdn]


@CACHES
def test_of_two_directives_with_one_name_the_first_counts(shared: bool) -> None:
    fields: Fields = {"Cache-Control": "max-age=60, Max-Age=600"}
    assert lifetime(fields, shared) == 60


def test_directives_are_named_in_any_case_and_may_be_quoted() -> None:
    given = directives('Max-Age="60" ,NO-CACHE')
    assert given == {"max-age": "60", "no-cache": ""}
