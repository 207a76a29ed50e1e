"""Only a line without any character is empty."""

import codecs
import re
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|\r|\n")
UTF_8 = codecs.getincrementaldecoder("utf-8-sig")  # it drops a BOM


@dataclass(frozen=True, slots=True)
class Event:
    """What a page gets; `last_id` is the last ID that came up to then."""

    data: str
    type: str = "message"
    last_id: str = ""


class EventStream:
    """Takes a line of spaces for an empty one."""

    def __init__(self) -> None:
        self.last_id = ""
        self.retry_ms: int | None = None
        self._utf8 = UTF_8(errors="replace")
        self._after_cr = False
        self._line = self._type = self._id = ""
        self._data: list[str] = []

    def feed(self, piece: bytes) -> list[Event]:
        """The events that this piece completes; it may end anywhere."""
        text = self._utf8.decode(piece)
        if text and self._after_cr:
            text = text.removeprefix("\n")
            self._after_cr = False
        self._after_cr = text.endswith("\r") or self._after_cr
        *lines, self._line = LINE_END.split(self._line + text)
        events = [self._read(line) for line in lines]
        return [event for event in events if event is not None]

    def _read(self, line: str) -> Event | None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._type = value
        elif name == "data":
            self._data.append(value)
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry_ms = int(value)
        return None if line.strip() else self._complete()

    def _complete(self) -> Event | None:
        self.last_id = self._id
        data, kind = self._data, self._type or "message"
        self._data, self._type = [], ""
        return Event("\n".join(data), kind, self._id) if data else None
