"""The `run` block: a snippet with its recorded output, ready to run.

    /// run | caching/lru_cache.py
    ///

    /// run | caching/lru_cache.py:LRUCache.get
    ///

The first shows the whole file and what it prints, and can be run in the
browser; the second shows one definition.
"""

from xml.etree import ElementTree

from blocks.code import CodeBlock
from blocks.snippet import Snippet


class Run(CodeBlock):
    """Shows a snippet: highlighted file, path, link, recorded output."""

    NAME = "run"
    KIND = "Snippet"
    MISSING = (
        "`/// run | …` misses what it shows: name a snippet, as in "
        "`/// run | caching/lru_cache.py`."
    )

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
        path, symbol = snippet.path, snippet.symbol
        html = self.head(path, symbol)
        html += self.code(snippet.code, snippet.language)
        if symbol:
            self.group(block)
        else:
            self.group(block, run=path)
            html += self.output(path, snippet.output)
        block.text = self.stash(html)
