"""A transcript: the commands of a session and what a real program answered.

Recorded on PostgreSQL 15.18

# Two transactions want one seat
> CREATE TABLE seats (id integer);
CREATE TABLE
A: UPDATE seats SET id = 1;
UPDATE 0
B: UPDATE seats SET id = 2;
waits
A: COMMIT;
COMMIT
B: goes on
UPDATE 0
"""

import re
from dataclasses import dataclass, replace
from textwrap import indent
from typing import Self

CAPTION = "#"
WAITS, GOES_ON = "waits", "goes on"
HEAD = "Recorded on "
MARGIN = "  "
ENTRY = re.compile(r"(?P<who>[#>$]|[A-Z]:) (?P<command>.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A caption, or what somebody asked, with the answer.

    `who` is "#" for a caption, ">" or "$" for the only one who asks, "A:" for
    a client among several.
    """

    who: str
    command: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a session was recorded on, as in `PostgreSQL 15.18`, and said."""

    program: str
    entries: tuple[Entry, ...]

    def __str__(self) -> str:
        """The text of the .out file."""
        text = f"{HEAD}{self.program}\n\n"
        for entry in self.entries:
            apart = entry.who == CAPTION and entry is not self.entries[0]
            gap = "\n" if apart else ""
            text += f"{gap}{entry.who} {entry.command}\n"
            text += indent(entry.answer.rstrip("\n"), MARGIN).rstrip(" ")
            text += "\n" if entry.answer.strip() else ""
        return "\n".join(line.rstrip() for line in text.split("\n"))

    @classmethod
    def read(cls, text: str) -> Self:
        """The transcript of that text; raises ValueError if it is none."""
        head, *lines = text.splitlines()
        if not head.startswith(HEAD):
            raise ValueError(f" starts with `{head}`, not with `{HEAD}…`")
        entries: list[Entry] = []
        for line in lines:
            if found := ENTRY.fullmatch(line):
                entries.append(Entry(found["who"], found["command"]))
            elif line and not line.startswith(MARGIN):
                raise ValueError(f": `{line}` is neither command nor answer")
            elif entries:
                last = entries[-1]
                answer = f"{last.answer}{line.removeprefix(MARGIN)}\n"
                entries[-1] = replace(last, answer=answer)
        closed = (replace(e, answer=e.answer.strip("\n")) for e in entries)
        return cls(head.removeprefix(HEAD), tuple(closed))
