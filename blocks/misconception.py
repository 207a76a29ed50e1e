"""The `misconception` block: what is often told, what is true, what shows it.

    /// misconception | An LRU cache of the 1,000 most popular items hits 90 %
        id: lru-holds-the-top
        about: ../caching/eviction.md#where-the-missing-points-go
        run: caching/che_approximation.py
        prints: LRU, 1,000 entries: 81.4 %

    The tail evicts them …

    > An interviewer hears: …

    ///

`about` links to the section where it belongs; `prints` is one whole line or
several of what the snippet or session has printed. Without a run the option
`source` names document and section, linked, and `quote` is a sentence of it.
A quotation in the text is what to say.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.code import CodeBlock
from blocks.snippet import LANGUAGES, SESSIONS, no_file

PLACE = re.compile(
    r"(?:\b(?:sections?|chapter|page|figure|table) |§ ?)[\dA-Z]", re.I
)
LINK = re.compile(r"\[[^\]]+\]\(https?://\S+\)")
EXPLAINS = "The section that explains it"


class Misconception(CodeBlock):
    """Shows a sentence as told, the truth, and the run or source beside it."""

    NAME = "misconception"
    MISSING = (
        "`/// misconception | …` misses the sentence as it is told: write it "
        "after the bar, as in `/// misconception | HTTPS hides the host name`."
    )
    OPTIONS = dict.fromkeys(
        ("id", "about", "run", "prints", "source", "quote"),
        ("", type_string),
    )

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The sentence as a heading; what is true comes below it."""
        block = ElementTree.SubElement(parent, "section")
        ElementTree.SubElement(block, "h3").text = f"“{self.argument}”"
        return block

    def on_end(self, block: ElementTree.Element) -> None:
        """Put the evidence before what to say, and the section after it."""
        told, *text = block
        about = self.options["about"]
        identifier = self.identifier("lru-holds-the-top")
        if "#" not in about:
            self.fail(
                "a misconception needs the section that it is `about`: add "
                "an indented line such as "
                "`about: ../caching/eviction.md#where-the-missing-points-go`."
            )
        if [part.tag for part in text[-1:]] != ["blockquote"] or not text[1:]:
            self.fail(
                "a misconception needs what is true as text and, last, what "
                "to say: a quotation, as in `> An LRU cache …`."
            )
        told.set("id", identifier)
        block.set("class", "misconception")
        block.set(ATTRIBUTES["misconception"], identifier)
        text[-1].set("class", "misconception-say")
        evidence = [*self._printed(), *self._quoted()]
        if not evidence:
            self.fail(
                "nothing refutes it: add `run`, a snippet, and `prints`, "
                "lines that it prints; or `source` and `quote`."
            )
        after = ElementTree.Element("p", {"class": "misconception-about"})
        ElementTree.SubElement(after, "a", {"href": about}).text = EXPLAINS
        block[:] = [told, *text[:-1], *evidence, text[-1], after]

    def _printed(self) -> Iterator[ElementTree.Element]:
        """Lines of what a snippet or a session has printed."""
        path, prints = self.options["run"], self.options["prints"]
        if not (path or prints):
            return
        root: Path = self.config["snippets"]
        recorded = (root / path).with_suffix(".out")
        if not (root / path).is_file() or not recorded.is_file():
            self.fail(no_file(root, path, (*LANGUAGES, *SESSIONS)))
        output = recorded.read_text(encoding="utf-8")
        known = {line.strip(): line for line in output.splitlines()}
        lines = [line.strip() for line in prints.strip().splitlines()]
        for line in lines or [""]:
            if not line or line not in known:
                self.fail(
                    f"{path} prints no line `{line}`: copy whole lines of "
                    f"{root.name}/{recorded.relative_to(root).as_posix()}."
                )
        quoted = dedent("\n".join(known[line] for line in lines))
        # A table keeps its columns; what is said may be broken.
        kind = "session" if path.endswith(SESSIONS) else "run"
        shown = ElementTree.Element("div", {"class": f"misconception-{kind}"})
        shown.set(ATTRIBUTES["refutes"], path)
        shown.text = self.stash(
            self.head(path)
            + f'<pre tabindex="0" role="group" aria-label="Printed by '
            f'{escape(path)}">{escape(quoted)}</pre>'
        )
        yield shown

    def _quoted(self) -> Iterator[ElementTree.Element]:
        """A sentence of a source, and where it stands there."""
        source, quote = self.options["source"], self.options["quote"]
        if not (source or quote):
            return
        if not quote or not PLACE.search(source) or not LINK.match(source):
            self.fail(
                "a quoted source needs its sentence as `quote`, and as "
                "`source` a link that names the section, as in "
                "`[RFC 9110, section 9.2.2](https://…)`."
            )
        shown = ElementTree.Element("p", {"class": "misconception-source"})
        ElementTree.SubElement(shown, "q").text = quote
        ElementTree.SubElement(shown, "cite").text = source
        yield shown
