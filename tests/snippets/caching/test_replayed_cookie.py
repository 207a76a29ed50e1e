import pytest

from snippets.caching.replayed_cookie import Fields, SharedCache, matches

ADA = {"user": "ada", "accept-language": "en"}
BOB = {"user": "bob", "accept-language": "de"}
CYD = {"user": "cyd", "accept-language": "en"}


def sessions(**added: str) -> list[str]:
    """The cookie that each of three readers gets, one after another."""
    fields = {name.replace("_", "-"): value for name, value in added.items()}
    cache = SharedCache(fields)
    return [
        cache.get(reader)[1]["set-cookie"].removeprefix("session=")
        for reader in [ADA, BOB, CYD]
    ]


@pytest.mark.parametrize("control", ["max-age=60", "public"])
def test_a_cookie_is_replayed_unless_storing_is_forbidden(
    control: str,
) -> None:
    assert sessions(cache_control=control) == ["ada", "ada", "ada"]


def test_a_cookie_is_replayed_without_any_cache_control() -> None:
    assert sessions() == ["ada", "ada", "ada"]


@pytest.mark.parametrize(
    "control", ["private", "no-store", "private, no-cache"]
)
def test_private_and_no_store_keep_it_out(control: str) -> None:
    assert sessions(cache_control=control) == ["ada", "bob", "cyd"]


def test_vary_separates_only_those_whose_fields_differ() -> None:
    got = sessions(cache_control="max-age=60", vary="Accept-Language")
    assert got == ["ada", "bob", "ada"]


@pytest.mark.parametrize(
    ("vary", "same"),
    [
        ("", True),
        ("Accept-Language", False),
        ("ACCEPT-LANGUAGE", False),
        ("user-agent", True),
        ("user-agent,Accept-Language", False),
        ("*", False),
    ],
)
def test_vary_names_the_fields_to_compare(vary: str, same: bool) -> None:
    assert matches(vary, ADA, BOB) is same


def test_vary_star_matches_not_even_the_same_request() -> None:
    assert not matches("*", ADA, ADA)


def test_a_missing_field_differs_from_one_that_is_there() -> None:
    none: Fields = {}
    assert not matches("accept-language", none, ADA)
    assert matches("accept-language", none, none)


def test_it_says_who_answered() -> None:
    cache = SharedCache({})
    assert [cache.get(ADA)[0], cache.get(ADA)[0]] == ["origin", "cache"]
