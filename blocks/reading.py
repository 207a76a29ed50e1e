"""What a reader expects of any text: notes that count up, numbers with units.

Python-Markdown numbers notes as they are defined, or as it happens to meet
their references: those of a list or a quiz come after those of what follows.
"""

import re
from collections import Counter
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

# Where a line must not break: 90 %, 60 s, 8 kB.
UNIT = re.compile(r"(?<=\d) (?=%|€|(?:(?:[kMGT]i?)?B|[kMG]?bit|[mµn]?s|km)\b)")
NO_BREAK = "\N{NO-BREAK SPACE}"
VERBATIM = {"code", "kbd", "pre", "script", "style"}


def keep_units(text: str) -> str:
    """The text with each number on one line with its unit."""
    return UNIT.sub(NO_BREAK, text)


class Reading(Treeprocessor):
    """Numbers the notes in the order of reading, and keeps units."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the page, whose texts are elements by now."""
        numbers = self._number(root)
        for notes in root.iter("div"):
            if notes.get("class") == "footnote":
                for listed in notes.findall("ol"):
                    self._sort(listed, numbers)
        self._keep_units(root)

    def _number(self, root: ElementTree.Element) -> dict[str, int]:
        """The notes' numbers by their anchors, written at each reference."""
        numbers: dict[str, int] = {}
        seen: Counter[str] = Counter()
        for reference in root.iter("sup"):
            link = reference.find("a")
            if link is None or link.get("class") != "footnote-ref":
                continue
            note = link.get("href", "").removeprefix("#")
            seen[note] += 1
            link.text = str(numbers.setdefault(note, len(numbers) + 1))
            again = str(seen[note]) if seen[note] > 1 else ""
            reference.set("id", f"fnref{again}:{note.partition(':')[2]}")
        return numbers

    def _sort(
        self, listed: ElementTree.Element, numbers: dict[str, int]
    ) -> None:
        """Put the notes in the order of their numbers; unused ones last."""

        def number(note: ElementTree.Element) -> int:
            return numbers.get(note.get("id", ""), len(numbers) + 1)

        listed[:] = sorted(listed, key=number)
        for note in listed:
            for link in note.iter("a"):
                if link.get("class") == "footnote-backref":
                    title = f"Jump back to footnote {number(note)} in the text"
                    link.set("title", title)

    def _keep_units(self, element: ElementTree.Element) -> None:
        if element.tag in VERBATIM:
            return
        if element.text:
            element.text = keep_units(element.text)
        for child in element:
            self._keep_units(child)
            if child.tail:
                child.tail = keep_units(child.tail)
