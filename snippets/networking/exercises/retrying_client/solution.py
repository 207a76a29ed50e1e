"""A client that sends a request again, where that does no harm."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from random import Random

TRIES = 4  # times that a request is sent, at most
BASE, LONGEST = 0.5, 20.0  # seconds: first limit of a pause, and the last
IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"}
REFUSED = {425, 429}  # the server has not acted on the request
PASSING = {502, 503, 504}  # it may have acted, and may work again soon


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent, and would be sent again unchanged."""

    method: str
    idempotency_key: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; `retry_after` is the field's value, "" without one."""

    status: int
    retry_after: str = ""


def asked_for(retry_after: str, now: datetime) -> float:
    """Seconds that a Retry-After asks to wait, 0 for one in the past.

    Its value is a number of seconds or a date; ignore anything else. `now`
    has a time zone, as the date has. (RFC 9110 §5.6.7 has a recipient accept
    two obsolete forms of a date as well; they are not asked for here.)
    """
    # BEGIN SOLUTION
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    try:
        wait = (parsedate_to_datetime(retry_after) - now).total_seconds()
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, wait)
    # STARTER
    # return float(retry_after or 0)
    # END SOLUTION


def pause(
    request: Request,
    response: Response | None,
    sent: int,
    now: datetime,
    rng: Random,
) -> float | None:
    """Seconds to wait before sending it again, None to leave it.

    `response` is None if none came; `sent` counts how often it was sent. The
    pause has full jitter, on top of what the server asked for.
    """
    # BEGIN SOLUTION
    refused = response is not None and response.status in REFUSED
    unknown = response is None or response.status in PASSING
    repeatable = request.method in IDEMPOTENT or bool(request.idempotency_key)
    if sent >= TRIES or not (refused or (unknown and repeatable)):
        return None
    asked = asked_for(response.retry_after, now) if response else 0.0
    return asked + rng.uniform(0, min(LONGEST, BASE * 2 ** (sent - 1)))
    # STARTER
    # if response is not None and response.status < 400:
    #     return None
    # if sent > TRIES:
    #     return None
    # return BASE * 2**sent  # whatever was asked, and together with all others
    # END SOLUTION
