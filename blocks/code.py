"""What blocks that show code have in common."""

import json
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pymdownx.highlight import Highlight

from blocks.block import GuideBlock

ATTRIBUTES: dict[str, str] = json.loads(
    Path(__file__).with_name("attributes.json").read_text(encoding="utf-8")
)


class CodeBlock(GuideBlock):
    """A group with a head, code and an output, named by its argument."""

    ARGUMENT = True
    # What a screen reader calls the group, before its argument.
    KIND = ""

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The block's element, empty until its end."""
        return ElementTree.SubElement(parent, "div")

    def group(self, block: ElementTree.Element, **attributes: str) -> None:
        """Make the element a group, with these of our attributes."""
        block.set("class", "run")
        block.set("role", "group")
        block.set("aria-label", f"{self.KIND} {self.argument}")
        for name, value in attributes.items():
            block.set(ATTRIBUTES[name], value)

    def stash(self, html: str) -> str:
        """A text that becomes this HTML when the page is written."""
        stashed = self.md.htmlStash.store(html)
        assert isinstance(stashed, str)
        return stashed

    def head(self, path: str, symbol: str = "") -> str:
        """The path below the folder of snippets, linked to its source."""
        link = f"{self.config['source']}/{path}"
        name = escape(path)
        if symbol:
            name += f" · <code>{escape(symbol)}</code>"
        return (
            f'<div class="run-head"><a href="{escape(link)}">{name}</a></div>'
        )

    def code(self, code: str, language: str, attribute: str = "code") -> str:
        """The code in the colours that the page's fenced blocks have."""
        highlight: Any = Highlight(self.md, stripnl=False)
        html = highlight.highlight(code, language)
        return f"<div {ATTRIBUTES[attribute]}>{html}</div>"

    def output(self, path: str, text: str) -> str:
        """The place of what the code prints, with what it has printed."""
        # It may scroll, which a keyboard can do only where the focus is.
        label = f"Output of {escape(path)}"
        focusable = f'tabindex="0" role="group" aria-label="{label}"'
        return (
            f'<div class="run-output"><p class="run-label">Output</p>'
            f"<pre {ATTRIBUTES['output']} {focusable}>"
            f"{escape(text)}</pre></div>"
        )
