import pytest

from snippets.load_balancing.location_match import (
    AT_ONCE,
    EXACT,
    PREFIX,
    REGEX,
    REGEX_ANY_CASE,
    Location,
    choose,
)

FILE = [
    Location(PREFIX, "/"),
    Location(PREFIX, "/seats"),
    Location(PREFIX, "/seats/12"),
    Location(EXACT, "/seats"),
    Location(AT_ONCE, "/static/"),
    Location(REGEX, r"\.css$"),
    Location(REGEX, r"^/seats/[0-9]+"),
    Location(REGEX_ANY_CASE, r"\.CSS$"),
]


# As the session nginx_locations shows for the same file.
@pytest.mark.parametrize(
    ("path", "modifier", "pattern"),
    [
        ("/seats", EXACT, "/seats"),
        ("/seats/", PREFIX, "/seats"),
        ("/seatsmap", PREFIX, "/seats"),
        ("/seats/12", REGEX, r"^/seats/[0-9]+"),
        ("/seats/7.css", REGEX, r"\.css$"),
        ("/site.css", REGEX, r"\.css$"),
        ("/SITE.CSS", REGEX_ANY_CASE, r"\.CSS$"),
        ("/login", PREFIX, "/"),
        ("/static/site.css", AT_ONCE, "/static/"),
        ("/static", PREFIX, "/"),
    ],
)
def test_it_chooses_as_nginx_does(
    path: str, modifier: str, pattern: str
) -> None:
    assert choose(FILE, path) == Location(modifier, pattern)


def test_the_order_of_prefixes_does_not_matter() -> None:
    for path in ["/seats/", "/seats/x", "/login"]:
        assert choose(FILE[:4], path) == choose(FILE[:4][::-1], path)


def test_the_order_of_regular_expressions_does() -> None:
    assert choose(FILE[::-1], "/seats/7.css") == Location(
        REGEX_ANY_CASE, r"\.CSS$"
    )


def test_a_longer_prefix_takes_away_the_shield_of_a_shorter() -> None:
    file = [*FILE, Location(PREFIX, "/static/css/")]
    assert choose(file, "/static/css/a.css") == Location(REGEX, r"\.css$")


def test_where_nothing_matches_nothing_is_chosen() -> None:
    assert choose([Location(PREFIX, "/api/")], "/") is None
    assert choose([], "/") is None
