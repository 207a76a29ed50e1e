"""Time to the last byte: which change of a design saves most round trips.

Assumed: no loss, no queue, no time to send what the window allows.

Time: O(log segments). Space: O(1).
Source: RFC 5681, section 3.1, https://www.rfc-editor.org/rfc/rfc5681
"""

from dataclasses import dataclass, replace

SEGMENT, WINDOW = 1_460, 10  # bytes; segments in the first round


@dataclass(frozen=True, slots=True)
class Visit:
    """A page: a document, then the files that it names, all at once."""

    rtt: int = 180  # times in milliseconds
    lookup: int = 40
    handshakes: int = 3  # round trips: TCP 1, TLS 1.2 another 2
    think: int = 80  # until the server has made the document
    wait: int = 0  # until it has the first of the files
    document: int = 60_000  # bytes
    files: int = 300_000


def rounds(size: int, window: int) -> tuple[int, int]:
    """Round trips for so many bytes, and the window after them."""
    left, trips = -(-size // SEGMENT), 0
    while left > 0:
        sent = min(left, window)
        left, window, trips = left - sent, window + sent, trips + 1
    return trips, window


def milestones(visit: Visit) -> tuple[int, int, int]:
    """When the first byte, the document and the last file are there."""
    first = visit.lookup + (visit.handshakes + 1) * visit.rtt + visit.think
    trips, window = rounds(visit.document, WINDOW)
    document = first + (trips - 1) * visit.rtt
    page = document + visit.wait + rounds(visit.files, window)[0] * visit.rtt
    return first, document, page


if __name__ == "__main__":
    now = Visit()
    edge = replace(now, rtt=20, think=80 + 160, wait=160)
    print("ms until there is            a byte  document  page")
    for name, visit in {
        "now: TLS 1.2, 180 ms away": now,
        "TLS 1.3, resumed or not": replace(now, handshakes=2),
        "TLS 1.3 early data, or HTTP/3": replace(now, handshakes=1),
        "HTTP/3 with early data": replace(now, handshakes=0),
        "code twice as fast": replace(now, think=40),
        "half the bytes": replace(now, document=30_000, files=150_000),
        "CDN edge that stores nothing": edge,
        "CDN edge that has the files": replace(edge, wait=0),
        "CDN edge that has everything": replace(edge, think=0, wait=0),
    }.items():
        print("{:29}{:6}{:10}{:6}".format(name, *milestones(visit)))
