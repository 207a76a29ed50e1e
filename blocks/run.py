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

from xml.etree import ElementTree

from pymdownx.blocks.block import type_string

from blocks.code import CodeBlock
from blocks.snippet import Snippet


class Run(CodeBlock):
    """Shows a snippet: highlighted file, path, link, recorded output."""

    NAME = "run"
    MISSING = (
        "`/// run | …` misses what it shows: name a snippet, as in "
        "`/// run | caching/lru_cache.py`."
    )
    OPTIONS = {"predict": ("", type_string)}  # noqa: RUF012

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `run` block holds no text of its own."""
        self.refuse_text(block)
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
        self.snippet(block, snippet, predict, asks=bool(predict))
