"""Age: how old a response is, if nobody's clock is trusted alone.

Assumed: the cautious way of the two that the RFC allows, the larger estimate.

Time: O(1). Space: O(1).
Source: RFC 9111 §4.2.3, https://www.rfc-editor.org/rfc/rfc9111
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """A response with the times, in seconds, that its age follows from."""

    date: int  # by the origin's clock, the `Date` field
    age: int  # what the cache that sent it said, the `Age` field
    asked: int  # by the clock of the cache that calculates
    received: int


def current_age(response: Received, now: int) -> int:
    """Seconds since the origin made or confirmed it: the older estimate."""
    apparent = max(0, response.received - response.date)
    corrected = response.age + response.received - response.asked
    return max(apparent, corrected) + now - response.received


if __name__ == "__main__":
    lifetime, now = 60, 1_010  # max-age=60
    for name, response in {
        "from the origin": Received(1_000, 0, 1_000, 1_000),
        "from a CDN, Age: 45": Received(955, 45, 1_000, 1_000),
        "the same, 8 s on the way": Received(947, 45, 992, 1_000),
        "origin's clock 1 h ahead": Received(4_555, 45, 1_000, 1_000),
        "origin's clock 1 h behind": Received(-2_645, 45, 1_000, 1_000),
    }.items():
        age = current_age(response, now)
        verdict = "fresh" if age < lifetime else "stale"
        print(f"{name:26} age {age:5} s, {verdict}")
