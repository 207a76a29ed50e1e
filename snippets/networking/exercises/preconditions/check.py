"""RFC 9110, section 13: one rule per test."""

import pytest
from solution import Conditions, Decision, Representation, decide

PERFORM, SAME, FAILED = Decision
STRONG = Representation('"v2"', modified=1_000)
WEAK = Representation('W/"v2"', modified=1_000)
UNDATED = Representation('"v2"')
READS = pytest.mark.parametrize("method", ["GET", "HEAD"])
WRITES = pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
ALL = pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])


@ALL
@pytest.mark.parametrize("current", [STRONG, WEAK, UNDATED, None], ids=repr)
def test_without_conditions_it_is_performed(
    method: str, current: Representation | None
) -> None:
    assert decide(method, Conditions(), current) == PERFORM, (
        "A request without conditions is performed."
    )


@READS
def test_a_current_tag_is_not_sent_again(method: str) -> None:
    for value in ['"v2"', '"v1", "v2"', '"v2","v1"']:
        given = Conditions(if_none_match=value)
        assert decide(method, given, STRONG) == SAME, (
            f"If-None-Match: {value} names the current tag, so 304 is enough."
        )
    second = Conditions(if_none_match='W/"v1", W/"v2"')
    assert decide(method, second, STRONG) == SAME, (
        "Each tag of the list may be weak, not only the first."
    )
    older = Conditions(if_none_match='"v1"')
    assert decide(method, older, STRONG) == PERFORM, (
        "Another tag than the current one: the client needs the new content."
    )


@READS
def test_if_none_match_compares_weakly(method: str) -> None:
    for value, current in [
        ('W/"v2"', STRONG),
        ('"v2"', WEAK),
        ('W/"v2"', WEAK),
    ]:
        given = Conditions(if_none_match=value)
        assert decide(method, given, current) == SAME, (
            "If-None-Match compares weakly: `W/` makes no difference. "
            f"(§13.1.2) Here {value} and {current.etag} match."
        )


@ALL
def test_if_match_compares_strongly(method: str) -> None:
    for value, current in [
        ('W/"v2"', STRONG),
        ('"v2"', WEAK),
        ('W/"v2"', WEAK),
    ]:
        given = Conditions(if_match=value)
        assert decide(method, given, current) == FAILED, (
            "If-Match compares strongly: weak tags never match. Not even two "
            f"equal ones (§13.1.1), as here {value} and {current.etag}."
        )


@ALL
def test_if_match_lets_the_current_version_through(method: str) -> None:
    for value in ['"v2"', '"v1", "v2"', '"v2","v1"']:
        given = Conditions(if_match=value)
        assert decide(method, given, STRONG) == PERFORM, (
            f"If-Match: {value} names the current tag, so go on."
        )
    older = Conditions(if_match='"v1"')
    assert decide(method, older, STRONG) == FAILED, (
        "If-Match names another version: 412, or an update gets lost."
    )


@ALL
def test_a_tag_is_compared_as_a_whole(method: str) -> None:
    for value, tag in [
        ('W/"v2"', '"v2"'),
        ('"a,b"', '"b"'),
        ('"v22"', '"v2"'),
        ('"x","y"', '","'),
    ]:
        given = Conditions(if_match=value)
        assert decide(method, given, Representation(tag)) == FAILED, (
            "A tag is compared as a whole. It may hold commas, and end as "
            f"another does: {value} is not {tag}."
        )
    comma = Representation('"a,b"')
    for given, expected in [
        (Conditions(if_match='"c", "a,b"'), PERFORM),
        (Conditions(if_none_match='"c", "a,b"'), SAME),
    ]:
        if method not in ("GET", "HEAD") and expected is SAME:
            expected = FAILED
        assert decide(method, given, comma) == expected, (
            "A comma inside of a tag does not end it: use `tags`."
        )
    given = Conditions(if_none_match='"x","y"')
    assert decide(method, given, Representation('","')) == PERFORM, (
        "A tag is compared as a whole, in If-None-Match too. Neither of "
        """`"x","y"` is `","`."""
    )


@WRITES
def test_304_is_for_reading_only(method: str) -> None:
    for value in ['"v2"', 'W/"v2"', "*"]:
        given = Conditions(if_none_match=value)
        assert decide(method, given, STRONG) == FAILED, (
            "304 answers only GET and HEAD. Others fail with 412, as `PUT` "
            "does that must not overwrite (§13.1.2)."
        )


@ALL
def test_a_star_matches_what_is_there(method: str) -> None:
    held, free = Conditions(if_match="*"), Conditions(if_none_match="*")
    for current in [STRONG, WEAK, UNDATED]:
        assert decide(method, held, current) == PERFORM, (
            "`*` is no tag: it matches whatever is there. So does If-Match: * "
            f"with {current.etag}."
        )
        assert decide(method, free, current) != PERFORM, (
            "`*` is no tag: it matches whatever is there. So If-None-Match: * "
            "holds only where nothing is."
        )
    assert decide("PUT", held, None) == FAILED, (
        "`*` stands for any representation, so there has to be one."
    )
    assert decide("PUT", free, None) == PERFORM, (
        "`*` stands for any representation, so there has to be one. With "
        "If-None-Match: * a client creates, and never overwrites."
    )


def test_a_tag_never_matches_where_nothing_is() -> None:
    assert decide("PUT", Conditions(if_match='"v2"'), None) == FAILED, (
        "There is nothing, so no tag of If-Match is the current one."
    )
    assert decide("PUT", Conditions(if_none_match='"v2"'), None) == PERFORM, (
        "There is nothing, so no tag of If-None-Match is the current one."
    )


@ALL
def test_a_quoted_star_is_a_tag(method: str) -> None:
    assert decide(method, Conditions(if_match='"*"'), STRONG) == FAILED, (
        "A star between quotes is a tag like any other. It is not `*`."
    )


@ALL
def test_an_empty_list_is_no_absent_field(method: str) -> None:
    assert decide(method, Conditions(if_match=""), STRONG) == FAILED, (
        "If-Match is given, and names no tag. So none matches: compare with "
        "`is None`."
    )
    given = Conditions(if_none_match="", if_modified_since=1_000)
    assert decide(method, given, STRONG) == PERFORM, (
        "If-None-Match is given, and names no tag. So none matches, and the "
        "date does not count: compare with `is None`."
    )


@READS
def test_a_date_tells_what_has_changed_since(method: str) -> None:
    for since, expected in [(999, PERFORM), (1_000, SAME), (1_001, SAME)]:
        given = Conditions(if_modified_since=since)
        assert decide(method, given, STRONG) == expected, (
            "Not modified *since* a time means: not after it. The content is "
            f"of 1000, the client's copy of {since}."
        )
    assert (
        decide(
            method, Conditions(if_modified_since=0), Representation('"v1"', 0)
        )
        == SAME
    ), "0 is a time as well: compare with `is None`."


@WRITES
def test_if_modified_since_is_for_reading(method: str) -> None:
    given = Conditions(if_modified_since=1_000)
    assert decide(method, given, STRONG) == PERFORM, (
        "If-Modified-Since is for GET and HEAD, others ignore it. (§13.1.3)"
    )


@ALL
def test_an_update_may_depend_on_a_date(method: str) -> None:
    for since, expected in [(999, FAILED), (1_000, PERFORM), (1_001, PERFORM)]:
        given = Conditions(if_unmodified_since=since)
        assert decide(method, given, STRONG) == expected, (
            "Unmodified since a time includes that time. The content is of "
            f"1000, the condition of {since}."
        )
    given = Conditions(if_unmodified_since=0)
    assert decide(method, given, STRONG) == FAILED, (
        "0 is a time as well: compare with `is None`."
    )


@ALL
def test_a_tag_is_stronger_than_a_date(method: str) -> None:
    given = Conditions(if_match='"v2"', if_unmodified_since=1)
    assert decide(method, given, STRONG) == PERFORM, (
        "Where If-Match is given, If-Unmodified-Since is ignored. (§13.1.4)"
    )
    given = Conditions(if_none_match='"v1"', if_modified_since=1_000)
    assert decide(method, given, STRONG) == PERFORM, (
        "Where If-None-Match is given, If-Modified-Since is ignored. Two "
        "versions of one second differ in their tags (§13.1.3)."
    )


@READS
def test_both_kinds_are_asked_in_their_order(method: str) -> None:
    given = Conditions(if_match='"v1"', if_none_match='"v2"')
    assert decide(method, given, STRONG) == FAILED, (
        "If-Match comes before If-None-Match. It fails, so 412 (§13.2.2)."
    )
    given = Conditions(if_unmodified_since=1, if_none_match='"v2"')
    assert decide(method, given, STRONG) == FAILED, (
        "If-Unmodified-Since comes before If-None-Match. It fails, so 412."
    )
    for first in [
        Conditions(if_match='"v2"', if_none_match='"v2"'),
        Conditions(if_match='"v2"', if_modified_since=1_000),
        Conditions(if_unmodified_since=1_000, if_none_match='"v2"'),
        Conditions(if_unmodified_since=1_000, if_modified_since=1_000),
    ]:
        assert decide(method, first, STRONG) == SAME, (
            "A condition that holds ends nothing: the next one is asked as "
            f"well. Here {first}."
        )


@ALL
@pytest.mark.parametrize("current", [UNDATED, None], ids=repr)
def test_a_date_needs_a_date(
    method: str, current: Representation | None
) -> None:
    for given in [
        Conditions(if_modified_since=1_000),
        Conditions(if_unmodified_since=1_000),
        Conditions(if_unmodified_since=-1),
    ]:
        assert decide(method, given, current) == PERFORM, (
            "Without a modification date the conditions on dates are ignored. "
            "(§13.1.3, §13.1.4)"
        )
