"""What may be sent again, when, and how often: one rule per test."""

from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from solution import BASE, LONGEST, TRIES, Request, Response, asked_for, pause

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
POST, KEYED, GET = Request("POST"), Request("POST", "order-17"), Request("GET")


def again(
    request: Request,
    status: int | None,
    sent: int = 1,
    retry_after: str = "",
    seed: int = 1,
) -> float | None:
    """The pause after an answer, or after none."""
    response = None if status is None else Response(status, retry_after)
    return pause(request, response, sent, NOW, Random(seed))


def pauses(
    request: Request, status: int | None, sent: int, retry_after: str = ""
) -> list[float]:
    """The pauses of 400 clients in the same situation."""
    found = [
        again(request, status, sent, retry_after, seed) for seed in range(400)
    ]
    assert None not in found, (
        f"{request} after {status} with Retry-After {retry_after!r}, sent "
        f"{sent} of {TRIES} times, may be sent again."
    )
    return [seconds for seconds in found if seconds is not None]


@pytest.mark.parametrize("status", [200, 201, 204, 206, 304, 307])
@pytest.mark.parametrize("request_", [GET, KEYED], ids=["GET", "key"])
def test_an_answer_that_is_no_error_ends_it(
    request_: Request, status: int
) -> None:
    assert again(request_, status) is None, (
        f"{status} is an answer, so there is nothing to send again."
    )


@pytest.mark.parametrize("status", [None, 502, 503, 504])
def test_a_bare_post_is_not_repeated_in_doubt(status: int | None) -> None:
    for method in ["POST", "PATCH", "LOCK"]:
        assert again(Request(method), status) is None, (
            "A POST or PATCH without a key may have been carried out already. "
            f"{status} does not say, so don't send a bare {method} again."
        )


@pytest.mark.parametrize("status", [None, 502, 503, 504])
def test_an_idempotent_method_is_repeated(status: int | None) -> None:
    for method in ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"]:
        assert again(Request(method), status) is not None, (
            f"{method} is safe, so it may be sent again after {status}."
        )
    for method in ["PUT", "DELETE"]:
        assert again(Request(method), status) is not None, (
            "PUT and DELETE are idempotent: twice has the effect of once. "
            f"So {method} may be sent again after {status}."
        )


@pytest.mark.parametrize("status", [None, 502, 503, 504])
def test_a_key_makes_a_post_repeatable(status: int | None) -> None:
    for method in ["POST", "PATCH"]:
        assert again(Request(method, "order-17"), status) is not None, (
            "With an idempotency key any request may be sent again. Here "
            f"{method}, unchanged and with the same key."
        )


@pytest.mark.parametrize("status", [425, 429])
def test_what_was_not_acted_on_is_repeated(status: int) -> None:
    for request in [POST, KEYED, GET]:
        assert again(request, status) is not None, (
            "What the server has not acted on may be sent again. "
            f"That is what {status} says, to a POST without a key as well."
        )


@pytest.mark.parametrize(
    "status", [400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 428, 451]
)
def test_a_clients_error_is_not_repeated(status: int) -> None:
    for request in [GET, KEYED, Request("PUT")]:
        assert again(request, status) is None, (
            "The same request would get the same answer. "
            f"{status} asks for another one: a person or the program must act."
        )


@pytest.mark.parametrize("status", [500, 501, 505])
def test_an_error_that_will_not_pass_is_not_repeated(status: int) -> None:
    assert again(GET, status) is None, (
        f"{status} is in neither of the two sets: leave it."
    )


@pytest.mark.parametrize("status", [None, 503, 429])
def test_the_number_of_tries_is_limited(status: int | None) -> None:
    assert again(GET, status, sent=TRIES - 1) is not None, (
        f"Sent {TRIES - 1} times of {TRIES}: one try is left."
    )
    for sent in (TRIES, TRIES + 1):
        assert again(GET, status, sent=sent) is None, (
            f"TRIES counts how often it is sent. After {sent} of {TRIES} stop."
        )


@pytest.mark.parametrize("sent", range(1, TRIES))
def test_the_pause_has_full_jitter(sent: int) -> None:
    limit = min(LONGEST, BASE * 2 ** (sent - 1))
    found = pauses(GET, 503, sent)
    assert len(set(found)) > 300, (
        "Clients that failed together must not return together. "
        "So draw each pause at random."
    )
    assert max(found) <= limit, (
        "The first limit is BASE, and each time it doubles. "
        f"After {sent} times it is {limit} s."
    )
    assert min(found) < 0.1 * limit, (
        "Full jitter draws between 0 and the limit, not from its upper part."
    )
    assert max(found) > 0.9 * limit, (
        f"Full jitter goes up to the limit, which is {limit} s here."
    )


def test_the_pause_comes_from_the_given_generator() -> None:
    assert again(GET, 503) == again(GET, 503), (
        "Draw from the `rng` that is given, so that a test can repeat it."
    )


def test_the_limit_of_a_pause_grows_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("solution.TRIES", 100)
    assert max(pauses(GET, 503, 50)) <= LONGEST, (
        f"The limit stops growing at LONGEST. That is {LONGEST} s."
    )


@pytest.mark.parametrize("status", [425, 429, 502, 503, 504])
def test_retry_after_is_a_minimum(status: int) -> None:
    found = pauses(GET, status, 1, "30")
    assert min(found) >= 30, (
        "Retry-After is a minimum: the server asks not to come sooner."
    )
    assert len(set(found)) > 300, (
        "Add the jitter on top of Retry-After. Every client was told the same "
        "30 s, and without it they all return at once."
    )
    assert max(found) <= 30 + BASE, (
        "On top of Retry-After comes the jitter of this try, no more."
    )


def test_retry_after_is_not_shortened() -> None:
    assert min(pauses(GET, 503, 1, "3600")) >= 3600, (
        "LONGEST limits the client's own pause, not the server's wish."
    )


def test_retry_after_may_be_a_date() -> None:
    date = "Sun, 01 Mar 2026 12:01:30 GMT"
    assert asked_for(date, NOW) == 90, (
        "Retry-After may be a date, too. (RFC 9110 §10.2.3) 12:01:30 is 90 s "
        "after 12:00:00."
    )
    assert min(pauses(GET, 503, 1, date)) >= 90, "Wait until that date."
    assert asked_for("Tue, 03 Mar 2026 12:00:10 GMT", NOW) == 172_810, (
        "A date may be days away: count them as well. Here it is two days and "
        "ten seconds."
    )


def test_now_may_be_in_another_time_zone() -> None:
    now = NOW.astimezone(timezone(timedelta(hours=2)))
    assert asked_for("Sun, 01 Mar 2026 12:01:30 GMT", now) == 90, (
        "`now` may be in any time zone: subtract it as it is. It is 14:00:00 "
        "in Kyiv when it is 12:00:00 GMT."
    )


def test_a_date_in_the_past_asks_for_nothing() -> None:
    past = asked_for("Sun, 01 Mar 2026 11:00:00 GMT", NOW)
    assert past == 0, "A date in the past is no negative wait: take 0."


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "٣"])
def test_another_retry_after_is_ignored(value: str) -> None:
    assert asked_for(value, NOW) == 0, (
        "What is neither digits nor a date is ignored, not an error. "
        f"Here it is {value!r}."
    )


def test_digits_are_seconds() -> None:
    assert asked_for("120", NOW) == 120, "120 is a number of seconds."
    assert asked_for("0", NOW) == 0, "0 is a number as well: no wait."
