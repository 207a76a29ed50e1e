"""Send it with the tag of its content."""

from enum import StrEnum

type Fields = dict[str, str]


class Kind(StrEnum):
    """What the shop answers with; `Fields` are all that a cache knows of it."""

    SCRIPT = "script"  # `/app.3f9c2.js`: new content gets a new name
    HOME = "home"  # the same for all; after a deploy nobody may see the old
    PRODUCT = "product"  # text by `Accept-Language`, the same for all readers
    ACCOUNT = "account"  # personal; the reader's browser may keep it
    CARD = "card"  # payment details: to be kept nowhere


def fields(kind: Kind, etag: str) -> Fields:  # noqa: ARG001
    """`Cache-Control`, and what else it takes, by names in lower case.

    `etag` names the content, with its quotes. A product page may be 60 s old
    if a CDN sends it, but a browser has to ask; so has it for an account.
    """
    if kind is Kind.SCRIPT:
        return {"cache-control": "max-age=31536000, immutable"}
    if kind is Kind.HOME:
        return {"cache-control": "no-cache", "etag": '"v1"'}
    if kind is Kind.PRODUCT:
        return {
            "cache-control": "max-age=0, must-revalidate, s-maxage=60",
            "etag": '"v1"',
            "vary": "Accept-Language",
        }
    if kind is Kind.ACCOUNT:
        return {"cache-control": "private, no-cache", "etag": '"v1"'}
    return {"cache-control": "no-store"}
