"""What blocks that show code have in common."""

import re
from html import escape
from typing import Any
from xml.etree import ElementTree

from pymdownx.highlight import Highlight

from blocks.attributes import ATTRIBUTES
from blocks.block import GuideBlock
from blocks.reading import keep_units
from blocks.snippet import Snippet


class CodeBlock(GuideBlock):
    """A block that shows code: a group with a head, code and an output."""

    ARGUMENT = True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The block's element, empty until its end."""
        return ElementTree.SubElement(parent, "div")

    def refuse_text(self, block: ElementTree.Element) -> None:
        """Stop at a block that holds a text of its own."""
        if len(block) or (block.text or "").strip():
            self.fail(
                f"`{self.NAME}` takes no text: close it with `///` on the next "
                "line."
            )

    def group(
        self, block: ElementTree.Element, label: str, **attributes: str
    ) -> None:
        """Make the element a group, with these of our attributes."""
        block.set("class", "run")
        block.set("role", "group")
        block.set("aria-label", label)
        for name, value in attributes.items():
            block.set(ATTRIBUTES[name], value)

    def snippet(
        self,
        block: ElementTree.Element,
        snippet: Snippet,
        title: str = "",
        *,
        asks: bool = False,
    ) -> None:
        """Fill the element with the snippet.

        Its output is collapsed below the title, if there is one; with `asks`
        the reader is asked for a prediction first.
        """
        path, symbol = snippet.path, snippet.symbol
        html = self.head(path, symbol)
        html += self.code(snippet.code, snippet.language)
        if symbol:
            self.group(block, f"Snippet {path}:{symbol}")
        else:
            self.group(block, f"Snippet {path}", run=path)
            output = self.output(path, snippet.output)
            html += self._titled(output, title, asks) if title else output
        block.text = self.stash(html)

    def stash(self, html: str) -> str:
        """A text that becomes this HTML when the page is written."""
        stashed = self.md.htmlStash.store(html)
        assert isinstance(stashed, str)
        return stashed

    def head(self, path: str, symbol: str = "") -> str:
        """The path below the folder of snippets, linked to its source."""
        link = f"{self.config['source']}/{path}"
        # Where a narrow screen may break it: between the words.
        name = re.sub(r"([/_])", r"\1<wbr>", escape(path))
        if symbol:
            name += f" · <code>{escape(symbol)}</code>"
        return (
            f'<div class="run-head"><a href="{escape(link)}">{name}</a></div>'
        )

    def code(self, code: str, language: str, attribute: str = "code") -> str:
        """The code in the colours that the page's fenced blocks have."""
        highlight: Any = Highlight(self.md, stripnl=False)
        html = highlight.highlight(code, language)
        # A search is for what is said of it, and for the snippet's name.
        return f"<div {ATTRIBUTES[attribute]} data-search-exclude>{html}</div>"

    def output(self, path: str, text: str) -> str:
        """The place of what the code prints, with what it has printed."""
        # It may scroll, which a keyboard can do only where the focus is.
        label = f"Output of {escape(path)}"
        focusable = f'tabindex="0" role="group" aria-label="{label}"'
        return (
            f'<div class="run-output" data-search-exclude>'
            f'<p class="run-label">Output</p>'
            f"<pre {ATTRIBUTES['output']} {focusable}>"
            f"{escape(text)}</pre></div>"
        )

    def _titled(self, output: str, title: str, asks: bool) -> str:
        mark = ATTRIBUTES["predict"] if asks else ""
        return (
            f'<details class="run-predict" {mark}>'
            f"<summary>{escape(keep_units(title))}</summary>{output}</details>"
        )
