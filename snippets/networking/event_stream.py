"""Event stream: what an `EventSource` reads out of a response that goes on.

Time: O(bytes). Space: O(the event that is under way).
Source: WHATWG HTML, sections 9.2.5 "Parsing an event stream" and 9.2.6
"Interpreting an event stream",
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator

type Event = tuple[str, str, str]  # type, data, last event ID


def lines(pieces: Iterable[bytes]) -> Iterator[str]:
    """The lines that have an end, be it LF, CR LF or CR; without a BOM."""
    utf8 = getincrementaldecoder("utf-8-sig")("replace")
    line, before = "", ""
    for char in (char for piece in pieces for char in utf8.decode(piece)):
        if char not in "\r\n":
            line += char
        elif before + char != "\r\n":  # else the CR has ended it already
            yield line
            line = ""
        before = char


class EventStream:
    """One response. `last_id` is what a reconnect sends as Last-Event-ID."""

    last_id = ""
    retry_ms: int | None = None

    def events(self, pieces: Iterable[bytes]) -> Iterator[Event]:
        """Each event, as soon as the empty line after it has come."""
        kind, data, new_id = "", list[str](), ""
        for line in lines(pieces):
            name, _, value = line.partition(":")  # no name: a comment
            value = value.removeprefix(" ")  # one space, not two
            if name == "event":
                kind = value
            elif name == "data":
                data.append(value)
            elif name == "id" and "\0" not in value:
                new_id = value
            elif name == "retry" and value.isascii() and value.isdigit():
                self.retry_ms = int(value)
            elif not line:
                self.last_id = new_id  # not before the event is complete
                if data:
                    yield kind or "message", "\n".join(data), new_id
                kind, data = "", []


if __name__ == "__main__":
    sent = "\ufeff: stay awake\r\nretry: 3000\r\n\r\nid: 7\nevent: goal\n"
    sent += "data: Malmö\ndata:  1:0\n\ndata\r\rid: 8\ndata: cut off here"
    stream = EventStream()
    print(*stream.events(bytes([byte]) for byte in sent.encode()), sep="\n")
    print("retry after", stream.retry_ms, "ms, from event", stream.last_id)
