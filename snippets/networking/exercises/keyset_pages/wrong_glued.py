"""A cursor is for one list."""

import hmac
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

SECRET = b"known to all our servers, and to nobody else"


@dataclass(frozen=True, slots=True)
class Page:
    """Notes by their ids, and the cursor of the page after it, if any."""

    ids: list[int]
    next: str | None


def seal(tag: str, day: int, number: int) -> str:
    """A cursor: the list, the place of a note in it, and our signature."""
    place = f"{tag}{day},{number}".encode()
    signature = hmac.digest(SECRET, place, "sha256")
    return urlsafe_b64encode(signature + place).decode()


def unseal(cursor: str, tag: str) -> tuple[int, int]:
    """The place of the note; ValueError if the cursor is not one of ours."""
    sealed = urlsafe_b64decode(cursor.encode("ascii"))
    place = sealed[32:]
    if not hmac.compare_digest(
        sealed[:32], hmac.digest(SECRET, place, "sha256")
    ):
        raise ValueError(cursor)
    if not place.decode().startswith(tag):
        raise ValueError("a cursor of another list")
    day, number = place.decode().removeprefix(tag).split(",")
    return int(day), int(number)


def page(
    db: sqlite3.Connection, tag: str, size: int, cursor: str | None = None
) -> Page:
    """The next `size` notes with the tag, newest first: by day, then by id.

    Raises ValueError for a cursor that we did not make for this list. The
    table `notes` has an index on (tag, day, id).
    """
    sql = "SELECT day, id FROM notes WHERE tag = :tag"
    place = {"tag": tag, "size": size + 1}
    if cursor is not None:
        place["day"], place["id"] = unseal(cursor, tag)
        sql += " AND (day, id) < (:day, :id)"
    sql += " ORDER BY day DESC, id DESC LIMIT :size"
    rows = db.execute(sql, place).fetchall()
    more = len(rows) > size
    return Page(
        ids=[number for _, number in rows[:size]],
        next=seal(tag, *rows[size - 1]) if more else None,
    )
