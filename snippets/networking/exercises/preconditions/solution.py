"""Preconditions of a request: RFC 9110, section 13.2.2, without If-Range."""

import re
from dataclasses import dataclass
from enum import IntEnum


class Decision(IntEnum):
    """What a server does with a request that has conditions."""

    PERFORM = 200  # as if there were no conditions
    NOT_MODIFIED = 304
    PRECONDITION_FAILED = 412


@dataclass(frozen=True, slots=True)
class Representation:
    """What the resource holds now; times in seconds."""

    etag: str  # as in `"v1"`, or weak as in `W/"v1"`
    modified: int | None = None  # None: the server does not know


@dataclass(frozen=True, slots=True)
class Conditions:
    """The request's conditions, None where a field is absent."""

    if_match: str | None = None
    if_none_match: str | None = None
    if_modified_since: int | None = None
    if_unmodified_since: int | None = None


def tags(value: str) -> list[str]:
    """The entity tags in a list of them, which may be weak."""
    return re.findall(r'(?:W/)?"[^"]*"', value)


def decide(
    method: str, given: Conditions, current: Representation | None
) -> Decision:
    """Whether to perform the method; `current` is None if nothing is there.

    The method is one that reads or changes what the resource holds; where
    nothing is there, one that creates it. (GET or DELETE would get 404 then,
    whatever the conditions: §13.2.1.)
    """
    # BEGIN SOLUTION
    reads = method in ("GET", "HEAD")
    modified = current.modified if current else None
    if given.if_match is not None:
        fails = not matches(given.if_match, current, weak=False)
    elif given.if_unmodified_since is not None and modified is not None:
        fails = modified > given.if_unmodified_since
    else:
        fails = False
    if fails:
        return Decision.PRECONDITION_FAILED
    if given.if_none_match is not None:
        same = matches(given.if_none_match, current, weak=True)
    elif reads and given.if_modified_since is not None and modified is not None:
        same = modified <= given.if_modified_since
    else:
        same = False
    if same:
        return Decision.NOT_MODIFIED if reads else Decision.PRECONDITION_FAILED
    return Decision.PERFORM
    # STARTER
    # raise NotImplementedError("perform, 304 or 412?")
    # END SOLUTION


# BEGIN SOLUTION
def matches(value: str, current: Representation | None, *, weak: bool) -> bool:
    """Whether a tag of the list is the current one; `*` is any."""
    if current is None:
        return False
    if value.strip() == "*":
        return True
    if weak:
        opaque = current.etag.removeprefix("W/")
        return any(tag.removeprefix("W/") == opaque for tag in tags(value))
    strong = not current.etag.startswith("W/")
    return strong and current.etag in tags(value)


# STARTER
# # Here, if you like: how two tags are compared.
# END SOLUTION
