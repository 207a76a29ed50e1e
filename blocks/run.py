"""The `run` block: a snippet with its recorded output, ready to run.

    /// run | caching/lru_cache.py
    ///

    /// run | caching/lru_cache.py:LRUCache.get
    ///

The first shows the whole file and what it prints, and can be run in the
browser; the second shows one definition.
"""

import json
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from pymdownx.highlight import Highlight

from blocks.block import GuideBlock
from blocks.snippet import Snippet

ATTRIBUTES: dict[str, str] = json.loads(
    Path(__file__).with_name("attributes.json").read_text(encoding="utf-8")
)


class Run(GuideBlock):
    """Shows a snippet: highlighted file, path, link, recorded output."""

    NAME = "run"
    ARGUMENT = True
    MISSING = (
        "`/// run | …` misses what it shows: name a snippet, as in "
        "`/// run | caching/lru_cache.py`."
    )

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The block's element, empty until its end."""
        return ElementTree.SubElement(parent, "div")

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `run` block holds no text of its own."""
        if len(block) or (block.text or "").strip():
            self.fail(
                "`run` takes no text: close it with `///` on the next line."
            )
        try:
            snippet = Snippet.read(self.config["snippets"], self.argument)
        except LookupError as error:
            self.fail(str(error.args[0]))
        block.set("class", "run")
        block.set("role", "group")
        block.set("aria-label", f"Snippet {self.argument}")
        if not snippet.symbol:
            block.set(ATTRIBUTES["run"], snippet.path)
        block.text = self.md.htmlStash.store(self._html(snippet))

    def _html(self, snippet: Snippet) -> str:
        link = f"{self.config['source']}/{snippet.path}"
        name = escape(snippet.path)
        if snippet.symbol:
            name += f" · <code>{escape(snippet.symbol)}</code>"
        # It may scroll, which a keyboard can do only where the focus is.
        label = f"Output of {escape(snippet.path)}"
        focusable = f'tabindex="0" role="group" aria-label="{label}"'
        output = (
            f'<div class="run-output"><p class="run-label">Output</p>'
            f"<pre {ATTRIBUTES['output']} {focusable}>"
            f"{escape(snippet.output)}</pre></div>"
            if not snippet.symbol
            else ""
        )
        return (
            f'<div class="run-head"><a href="{escape(link)}">{name}</a></div>'
            f"<div {ATTRIBUTES['code']}>{self._highlight(snippet)}</div>"
            f"{output}"
        )

    def _highlight(self, snippet: Snippet) -> str:
        """The code in the colours that the page's fenced blocks have."""
        highlight = Highlight(self.md, stripnl=False)
        html = highlight.highlight(snippet.code, snippet.language)
        assert isinstance(html, str)
        return html
