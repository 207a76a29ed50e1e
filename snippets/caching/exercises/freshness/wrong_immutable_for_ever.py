"""`immutable` is for a fresh response."""

from dataclasses import dataclass, field
from enum import StrEnum

type Fields = dict[str, str]  # names in lower case


class Answer(StrEnum):
    """What the cache does with a request."""

    USE = "use"  # it sends the stored response
    VALIDATE = "validate"  # it asks the origin whether that still holds
    FETCH = "fetch"  # nothing stored fits, so it asks for a response
    FAIL = "fail"  # it had to ask, and can't reach the origin


@dataclass(frozen=True, slots=True)
class Stored:
    """A response in the cache; times in seconds."""

    cache_control: str = ""
    age: int = 0  # how old it was when it came
    received: int = 0  # when it came
    vary: str = ""
    request: Fields = field(default_factory=dict)  # what it answered


def directives(cache_control: str) -> Fields:
    """Each directive's argument, "" without one, by name in lower case."""
    parts = [part.strip().partition("=") for part in cache_control.split(",")]
    first = reversed(parts)  # of two with one name the first counts (4.2.1)
    return {name.lower(): value.strip('"') for name, _, value in first}


def decide(
    stored: Stored, request: Fields, now: int, *, shared: bool, reachable: bool
) -> Answer:
    """What a cache does that is `shared` or not, its origin `reachable` or not.

    Out of the origin's reach it sends a stale response where it is allowed.
    """
    given = directives(stored.cache_control)
    names = stored.vary.lower().replace(",", " ").split()
    same = all(stored.request.get(name) == request.get(name) for name in names)
    if "*" in names or not same:
        return Answer.FETCH if reachable else Answer.FAIL
    lifetime = given.get("max-age", "0")
    strict = {"no-cache", "must-revalidate"}
    if shared:
        lifetime = given.get("s-maxage", lifetime)
        strict |= {"s-maxage", "proxy-revalidate"}
    age = stored.age + now - stored.received
    if "immutable" in given:
        return Answer.USE
    if age < int(lifetime) and "no-cache" not in given:
        return Answer.USE
    if reachable:
        return Answer.VALIDATE
    return Answer.FAIL if strict & given.keys() else Answer.USE
