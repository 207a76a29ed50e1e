import pytest

from snippets.networking.cookie_scope import (
    OCCASIONS,
    accepted,
    attributes,
    goes_along,
)


def test_attributes_are_named_in_any_case() -> None:
    given = attributes("s=1;secure; PATH=/;SameSite=LAX")
    assert given == {"secure": "", "path": "/", "samesite": "lax"}


def test_a_value_is_no_attribute() -> None:
    assert attributes("secure=httponly") == {}


# The examples of the draft, §4.1.3.1 and §4.1.3.2
@pytest.mark.parametrize(
    ("header", "stored"),
    [
        ("__Secure-SID=12345; Domain=site.example", False),
        ("__Secure-SID=12345; Domain=site.example; Secure", True),
        ("__Host-SID=12345", False),
        ("__Host-SID=12345; Secure", False),
        ("__Host-SID=12345; Domain=site.example", False),
        ("__Host-SID=12345; Domain=site.example; Path=/", False),
        ("__Host-SID=12345; Secure; Domain=site.example; Path=/", False),
        ("__Host-SID=12345; Secure; Path=/", True),
        ("__Host-SID=12345; Secure; Path=/admin", False),
        ("SID=12345; SameSite=None", False),
        ("SID=12345; SameSite=None; Secure", True),
        ("SID=12345", True),
    ],
)
def test_a_browser_refuses_what_does_not_fit_its_name(
    header: str, stored: bool
) -> None:
    assert accepted(header) is stored


@pytest.mark.parametrize("site", ["Lax", "Strict", "None"])
def test_a_secure_cookie_needs_tls(site: str) -> None:
    assert not goes_along(f"s=1; Secure; SameSite={site}", "http address")


def test_a_cookie_without_secure_goes_over_plain_http() -> None:
    assert goes_along("s=1; HttpOnly", "http address")


@pytest.mark.parametrize(
    ("site", "occasions"),
    [
        ("", {"own page", "foreign link"}),
        ("; SameSite=Lax", {"own page", "foreign link"}),
        ("; SameSite=unknown", {"own page", "foreign link"}),
        ("; SameSite=Strict", {"own page"}),
        (
            "; SameSite=None",
            {"own page", "foreign link", "foreign form", "foreign image"},
        ),
    ],
)
def test_same_site_decides_what_other_sites_may_cause(
    site: str, occasions: set[str]
) -> None:
    header = f"s=1; Secure{site}"
    assert {name for name in OCCASIONS if goes_along(header, name)} == occasions
