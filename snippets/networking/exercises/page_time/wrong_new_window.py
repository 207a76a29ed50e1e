"""The files come on the same connection, whose window has grown."""

from dataclasses import dataclass
from typing import Literal

SEGMENT = 1_460  # bytes that one segment carries


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of a page and of the way to it. Times in milliseconds."""

    rtt: int  # there and back
    document: int  # bytes, at least 1
    files: tuple[int, ...] = ()  # bytes of each; the document names them
    think: int = 0  # until the server has made an answer
    lookup: int = 0  # of the name, if this visit has to look it up
    http: Literal["1.1", "2", "3"] = "2"
    tls: Literal["1.2", "1.3"] = "1.3"
    resumed: bool = False  # the client holds a ticket
    early: bool = False  # and sends the request as early data (TLS 1.3)
    opened: bool = False  # the connection is there already
    window: int = 10  # segments that the server may send at first


def first_byte(visit: Visit) -> int:
    """Milliseconds until the first byte of the document is there."""
    return set_up(visit) + visit.rtt + visit.think


def set_up(visit: Visit) -> int:
    """Milliseconds until the request may be sent."""
    if visit.opened:
        return 0
    if visit.http == "3":
        trips = 0 if visit.early else 1
    elif visit.tls == "1.2":
        trips = 1 + (1 if visit.resumed else 2)
    else:
        trips = 1 + (0 if visit.early else 1)
    return visit.lookup + trips * visit.rtt


def rounds(size: int, window: int) -> tuple[int, int]:
    """Round trips for so many bytes, and the window after them."""
    trips, left = 0, -(-size // SEGMENT)
    while left > 0:
        sent = min(left, window)
        left -= sent
        window += sent
        trips += 1
    return trips, window


def last_byte(visit: Visit) -> int:
    """Milliseconds until the document and all files are there."""
    trips, _ = rounds(visit.document, visit.window)
    time = first_byte(visit) + (trips - 1) * visit.rtt
    if visit.http == "1.1":
        answers = list(visit.files)
    else:
        answers = [sum(visit.files)] if visit.files else []
    for size in answers:
        trips, _ = rounds(size, visit.window)
        time += visit.think + trips * visit.rtt
    return time
