"""What RFC 9111 asks of a cache that has a response, one rule per test."""

from dataclasses import replace

import pytest
from solution import Answer, Fields, Stored, decide

CACHES = pytest.mark.parametrize("shared", [False, True])


def answer(
    stored: Stored,
    now: int,
    *,
    shared: bool = False,
    reachable: bool = True,
    request: Fields | None = None,
) -> Answer:
    """The decision on a request that came at `now`."""
    asked = {} if request is None else request
    return decide(stored, asked, now, shared=shared, reachable=reachable)


@CACHES
def test_a_fresh_response_is_used(shared: bool) -> None:
    assert answer(Stored("max-age=60"), 59, shared=shared) == Answer.USE, (
        "A response is fresh as long as its age is below its lifetime."
    )


@CACHES
def test_a_response_as_old_as_its_lifetime_is_stale(shared: bool) -> None:
    assert answer(Stored("max-age=60"), 60, shared=shared) == Answer.VALIDATE, (
        "At an age equal to its lifetime a response is stale (4.2)."
    )


@CACHES
def test_a_stale_response_is_validated(shared: bool) -> None:
    assert answer(Stored("max-age=60"), 99, shared=shared) == Answer.VALIDATE, (
        "A stale response is not thrown away: ask whether it still holds."
    )
    named = Stored("max-age=60, immutable")
    assert answer(named, 99, shared=shared) == Answer.VALIDATE, (
        "`immutable` is for a fresh response. A stale one is asked for."
    )
    assert answer(Stored(), 0, shared=shared) == Answer.VALIDATE, (
        "Without `max-age` take the lifetime as 0: there is nothing here to "
        "estimate it from."
    )


@CACHES
def test_the_age_at_arrival_counts(shared: bool) -> None:
    stored = Stored("max-age=60", age=50, received=1_000)
    assert answer(stored, 1_009, shared=shared) == Answer.USE, (
        "Age 50 at arrival and 9 seconds here make 59, below 60."
    )
    assert answer(stored, 1_010, shared=shared) == Answer.VALIDATE, (
        "Count the time that other caches held it: start from its `Age`."
    )


def test_s_maxage_is_for_shared_caches() -> None:
    longer = Stored("max-age=60, s-maxage=600")
    assert answer(longer, 100, shared=True) == Answer.USE, (
        "In a shared cache `s-maxage` takes precedence over `max-age`."
    )
    assert answer(longer, 100, shared=False) == Answer.VALIDATE, (
        "`s-maxage` is for shared caches; a browser goes by `max-age`."
    )
    shorter = Stored("s-maxage=0, max-age=60")
    assert answer(shorter, 10, shared=True) == Answer.VALIDATE, (
        "`s-maxage=0` is a value: in a shared cache the lifetime is 0."
    )
    alone = Stored("s-maxage=600")
    assert answer(alone, 1, shared=True) == Answer.USE, (
        "In a shared cache `s-maxage` needs no `max-age` beside it."
    )
    assert answer(alone, 1, shared=False) == Answer.VALIDATE, (
        "`s-maxage` says nothing to a private cache, not even without "
        "`max-age`."
    )


@CACHES
def test_no_cache_asks_each_time(shared: bool) -> None:
    stored = Stored("no-cache, max-age=60")
    assert answer(stored, 1, shared=shared) == Answer.VALIDATE, (
        "`no-cache` may be stored, but each use needs the origin's word first."
    )
    longer = Stored("no-cache, s-maxage=600")
    assert answer(longer, 1, shared=shared) == Answer.VALIDATE, (
        "A lifetime, `s-maxage` as well, does not lift `no-cache`."
    )


@CACHES
def test_must_revalidate_leaves_a_fresh_response_alone(shared: bool) -> None:
    stored = Stored("max-age=60, must-revalidate")
    for reachable in (True, False):
        got = answer(stored, 1, shared=shared, reachable=reachable)
        assert got == Answer.USE, (
            "`must-revalidate` binds only once the response is stale."
        )


@CACHES
def test_directives_may_be_written_in_capitals(shared: bool) -> None:
    stored = Stored("Max-Age=60, No-Cache")
    assert answer(stored, 1, shared=shared) == Answer.VALIDATE, (
        "Names of directives are not case-sensitive: use `directives`."
    )


def test_vary_is_part_of_the_key() -> None:
    stored = Stored(
        "max-age=60", vary="Accept-Language", request={"accept-language": "en"}
    )
    same, other = {"accept-language": "en"}, {"accept-language": "de"}
    assert answer(stored, 1, request=other) == Answer.FETCH, (
        "A field that `Vary` names differs: this response is for others."
    )
    assert answer(stored, 1, request={}) == Answer.FETCH, (
        "A field that is missing differs from one that is there."
    )
    assert answer(stored, 1, request={**same, "cookie": "x"}) == Answer.USE, (
        "Compare only the fields that `Vary` names, in whatever case."
    )
    assert answer(stored, 99, request=other) == Answer.FETCH, (
        "Ask first for whom a response is, then how old it is. One for others "
        "is no answer here, fresh or stale."
    )
    for now in (1, 99):
        got = answer(stored, now, request=other, reachable=False)
        assert got == Answer.FAIL, (
            "Out of reach of the origin a response for others is no answer."
        )
    more = replace(stored, request={**same, "cookie": "x"})
    assert answer(more, 1, request=same) == Answer.USE, (
        "Compare only the fields that `Vary` names, not all of the request "
        "that was stored."
    )


def test_a_field_may_be_absent_from_both_requests() -> None:
    stored = Stored("max-age=60", vary="Accept-Language")
    assert answer(stored, 1, request={}) == Answer.USE, (
        "A field that is absent from both requests is the same in both (4.1)."
    )


def test_vary_may_name_several_fields() -> None:
    request = {"accept-language": "en", "accept-encoding": "br"}
    stored = Stored(
        "max-age=60", vary="accept-encoding,Accept-Language", request=request
    )
    assert answer(stored, 1, request=request) == Answer.USE, (
        "`Vary` is a list: both fields are the same, so the response fits."
    )
    for name in request:
        changed = {**request, name: "other"}
        assert answer(stored, 1, request=changed) == Answer.FETCH, (
            "`Vary` is a list: one field that differs is enough."
        )


def test_vary_star_never_matches() -> None:
    stored = Stored("max-age=60", vary="*")
    assert answer(stored, 1) == Answer.FETCH, "`Vary: *` never matches (4.1)."
    assert answer(stored, 1, reachable=False) == Answer.FAIL, (
        "What never matches is no answer, even out of the origin's reach."
    )
    listed = Stored("max-age=60", vary="Accept-Language, *")
    assert answer(listed, 1) == Answer.FETCH, (
        "`*` never matches, wherever it stands in the list (4.1)."
    )


@CACHES
def test_a_stale_response_is_better_than_none(shared: bool) -> None:
    got = answer(Stored("max-age=60"), 99, shared=shared, reachable=False)
    assert got == Answer.USE, (
        "Stale is allowed if the origin can't be reached and nothing forbids "
        "it."
    )
    got = answer(Stored(), 0, shared=shared, reachable=False)
    assert got == Answer.USE, (
        "Without a lifetime it is stale, and stale is allowed here as well."
    )


@pytest.mark.parametrize(
    "cache_control",
    ["max-age=60, must-revalidate", "no-cache", "no-cache, max-age=600"],
)
@CACHES
def test_what_must_be_validated_is_never_sent_without(
    cache_control: str, shared: bool
) -> None:
    stored = Stored(cache_control)
    got = answer(stored, 99, shared=shared, reachable=False)
    assert got == Answer.FAIL, (
        "What has to be validated is not sent without it: fail instead (4.2.4)."
    )


@pytest.mark.parametrize(
    "cache_control", ["max-age=60, proxy-revalidate", "s-maxage=60"]
)
@pytest.mark.parametrize("reachable", [True, False])
def test_directives_for_shared_caches_bind_only_what_is_stale(
    cache_control: str, reachable: bool
) -> None:
    got = answer(Stored(cache_control), 1, shared=True, reachable=reachable)
    assert got == Answer.USE, (
        "`proxy-revalidate` binds only what is stale. So do `s-maxage` and "
        "`must-revalidate` (5.2.2.2, 5.2.2.8, 5.2.2.10)."
    )


@pytest.mark.parametrize(
    "cache_control",
    ["max-age=60, proxy-revalidate", "max-age=60, s-maxage=60", "s-maxage=60"],
)
def test_some_directives_are_strict_in_shared_caches_only(
    cache_control: str,
) -> None:
    stored = Stored(cache_control)
    assert answer(stored, 99, shared=True, reachable=False) == Answer.FAIL, (
        "`proxy-revalidate` and `s-maxage` forbid a shared cache to send a "
        "stale response (5.2.2.8, 5.2.2.10)."
    )
    assert answer(stored, 99, shared=False, reachable=False) == Answer.USE, (
        "`proxy-revalidate` and `s-maxage` say nothing to a private cache."
    )
