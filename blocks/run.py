"""The `run` block: a snippet with its recorded output, ready to run.

    /// run | caching/lru_cache.py
    ///

    /// run | caching/lru_cache.py:LRUCache.get
    ///

    /// run | caching/eviction_hit_ratio.py
        predict: How much does doubling the cache add?
    ///

The first shows the whole file and what it prints, and can be run in the
browser; the second shows one definition; the third asks for a prediction
before it shows the output.
"""

from html import escape
from xml.etree import ElementTree

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.block import GuideBlock
from blocks.snippet import Snippet


class Run(GuideBlock):
    """Shows a snippet: highlighted file, path, link, recorded output."""

    NAME = "run"
    ARGUMENT = True
    MISSING = (
        "`/// run | …` misses what it shows: name a snippet, as in "
        "`/// run | caching/lru_cache.py`."
    )
    OPTIONS = {"predict": ("", type_string)}  # noqa: RUF012

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
        predict = self.options["predict"]
        if predict and snippet.symbol:
            self.fail(
                "one definition prints nothing to predict: leave out "
                f"`predict`, or show the whole file {snippet.path}."
            )
        show(self, block, snippet, predict, asks=bool(predict))


def show(
    owner: GuideBlock,
    block: ElementTree.Element,
    snippet: Snippet,
    output: str = "",
    *,
    asks: bool = False,
) -> None:
    """Fill the element with the snippet.

    Its output is collapsed below the title `output`, if that is given; with
    `asks` the reader is asked for a prediction first.
    """
    block.set("class", "run")
    block.set("role", "group")
    name = f"{snippet.path}:{snippet.symbol}".rstrip(":")
    block.set("aria-label", f"Snippet {name}")
    if not snippet.symbol:
        block.set(ATTRIBUTES["run"], snippet.path)
    html = _html(owner, snippet, output, asks)
    block.text = owner.md.htmlStash.store(html)


def _html(owner: GuideBlock, snippet: Snippet, title: str, asks: bool) -> str:
    link = escape(owner.link(snippet.path))
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
    if title:
        mark = ATTRIBUTES["predict"] if asks else ""
        output = (
            f'<details class="run-predict" {mark}>'
            f"<summary>{escape(title)}</summary>{output}</details>"
        )
    return (
        f'<div class="run-head"><a href="{link}">{name}</a></div>'
        f"<div {ATTRIBUTES['code']}>"
        f"{owner.highlight(snippet.code, snippet.language)}</div>"
        f"{output}"
    )
