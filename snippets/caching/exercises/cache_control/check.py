"""What two caches make of the fields, by RFC 9111, one kind per test."""

import pytest
from solution import Fields, Kind, fields

YEAR = 31_536_000
ETAG = '"3f9c2"'
CDN = "cdn-cache-control"  # to a CDN it stands for the others (RFC 9213 2.2)


def directives(sent: Fields, name: str = "cache-control") -> Fields:
    """Each directive's argument by name; the first of a name counts."""
    parts = sent.get(name, "").replace(";", ",").split(",")
    pairs = [part.strip().partition("=") for part in parts]
    return {name.lower(): value for name, _, value in reversed(pairs)}


def kept(sent: Fields, shared: bool) -> bool:
    """Whether the cache may store it; any of them if it is shared."""
    refusals = {"no-store", "private"} if shared else {"no-store"}
    names = {"cache-control", CDN} & sent.keys() if shared else set()
    views = [directives(sent, name) for name in names or {"cache-control"}]
    return any(not refusals & view.keys() for view in views)


def lifetime(sent: Fields, shared: bool) -> int:
    """Seconds for which the cache uses it unasked; -1 if nobody said."""
    given = directives(sent, CDN if shared and CDN in sent else "cache-control")
    if "no-cache" in given:
        return 0
    if shared and "s-maxage" in given:
        return int(given["s-maxage"])
    if "max-age" not in given and sent.get("expires") == "0":
        return 0  # an invalid date, so in the past (5.3)
    return int(given.get("max-age", "-1"))


@pytest.mark.parametrize("kind", Kind)
def test_directives_are_a_list_with_commas(kind: Kind) -> None:
    sent = fields(kind, ETAG)
    assert ";" not in sent.get("cache-control", "") + sent.get(CDN, ""), (
        "Commas separate directives. A cache takes what follows a semicolon "
        "for a part of the value before it."
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("shared", [False, True])
def test_nobody_has_to_guess(kind: Kind, shared: bool) -> None:
    sent = fields(kind, ETAG)
    assert not kept(sent, shared) or lifetime(sent, shared) >= 0, (
        f"Say for how long the {kind} is fresh: without that a cache may guess."
    )


@pytest.mark.parametrize("shared", [False, True])
def test_a_script_is_kept_for_a_year(shared: bool) -> None:
    sent = fields(Kind.SCRIPT, ETAG)
    assert kept(sent, shared), "Any cache may keep a script: it is no secret."
    assert lifetime(sent, shared) >= YEAR, (
        "A name with a fingerprint never changes its content: keep the script "
        "for a year (31536000 s), unasked."
    )
    assert "immutable" in directives(sent), (
        "`immutable` spares the questions that a reload would ask."
    )


@pytest.mark.parametrize("shared", [False, True])
def test_the_home_page_is_asked_for_each_time(shared: bool) -> None:
    sent = fields(Kind.HOME, ETAG)
    assert lifetime(sent, shared) <= 0, (
        "After a deploy nobody may see the old page: each use has to ask."
    )


def test_the_home_page_may_be_kept() -> None:
    sent = fields(Kind.HOME, ETAG)
    assert kept(sent, shared=False), (
        "The home page may be kept: `no-store` sends its body at each visit."
    )
    assert kept(sent, shared=True), (
        "The home page is the same for all: a CDN may keep it too. So it is "
        "neither `no-store` nor `private`."
    )


@pytest.mark.parametrize("kind", [Kind.HOME, Kind.PRODUCT, Kind.ACCOUNT])
def test_what_has_to_be_asked_for_is_not_sent_without(kind: Kind) -> None:
    sent = fields(kind, ETAG)
    strict = {"no-cache", "must-revalidate"} & directives(sent).keys()
    assert strict or lifetime(sent, shared=False) != 0, (
        "`max-age=0` alone may be sent stale if the origin can't be reached. "
        "Forbid it."
    )


@pytest.mark.parametrize("kind", [Kind.HOME, Kind.PRODUCT, Kind.ACCOUNT])
def test_what_is_asked_for_again_can_be_answered_without_a_body(
    kind: Kind,
) -> None:
    assert fields(kind, ETAG).get("etag") == ETAG, (
        "Send it with the tag of its content. Without one each question costs "
        f"a body; with one that never changes the {kind} stays an old one."
    )


@pytest.mark.parametrize("kind", [Kind.SCRIPT, Kind.HOME])
def test_what_is_the_same_for_all_has_one_variant(kind: Kind) -> None:
    names = fields(kind, ETAG).get("vary", "").lower().replace(",", " ")
    assert set(names.split()) <= {"accept-encoding"}, (
        f"The {kind} is the same for all: it varies by nothing. With `Vary: *` "
        "no stored response ever matches, however fresh it is."
    )


def test_a_cdn_answers_for_products_and_a_browser_asks() -> None:
    sent = fields(Kind.PRODUCT, ETAG)
    assert kept(sent, shared=True), "A CDN may keep a product: it is the same."
    assert lifetime(sent, shared=False) <= 0, (
        "A browser has to ask for a product each time: nobody can call its "
        "copy back."
    )
    assert 0 < lifetime(sent, shared=True) <= 60, (
        "A CDN may answer for products unasked, for up to 60 s. `no-cache` "
        "binds it as well as the browser, `s-maxage` only it."
    )


def test_a_reader_gets_a_product_in_their_language() -> None:
    vary = fields(Kind.PRODUCT, ETAG).get("vary", "").lower()
    assert "cookie" not in vary, (
        "`Vary: Cookie` makes a variant per reader: the CDN would hardly hit."
    )
    names = vary.replace(",", " ").split()
    assert "accept-language" in names, (
        "The text depends on `Accept-Language`, so the key has to."
    )
    assert set(names) <= {"accept-language", "accept-encoding"}, (
        "The text depends on the language alone. Each further field in `Vary` "
        "costs the CDN hits, and with `*` nothing ever matches."
    )


def test_an_account_stays_with_its_reader() -> None:
    sent = fields(Kind.ACCOUNT, ETAG)
    assert not kept(sent, shared=True), (
        "An account in a shared cache is the next reader's account."
    )
    assert kept(sent, shared=False), "The reader's browser may keep an account."
    assert lifetime(sent, shared=False) <= 0, (
        "An account has to be asked for each time."
    )


@pytest.mark.parametrize("shared", [False, True])
def test_a_card_is_kept_nowhere(shared: bool) -> None:
    assert not kept(fields(Kind.CARD, ETAG), shared), (
        "`no-cache` and `private` allow to keep it: only `no-store` does not."
    )
