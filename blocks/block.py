"""What all blocks share: bad input stops the build and says where."""

import re
from collections import Counter
from collections.abc import Iterator
from textwrap import dedent
from typing import Any, Never
from xml.etree import ElementTree

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block

from blocks.errors import BlockError

HEADER = re.compile(
    r"^[ >]*/{3,} *(?P<name>[\w-]+) *(?:\| *(?P<argument>.*?) *)?$"
)
# Where a page's blocks of one kind count their headers.
SEEN = "headers"
FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def fences(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to fenced code."""
    fence = ""
    for line in lines:
        inside = bool(fence)
        if mark := FENCE.match(line):
            if not fence:
                fence, inside = mark[1], True
            elif mark[1].startswith(fence):
                fence = ""
        yield line, inside


class GuideBlock(Block):
    """A block whose wrong argument or option is an error, never text."""

    # Said if the header has no argument, though the block needs one.
    MISSING = ""

    def fail(self, message: str, at: str = "") -> Never:
        """Stop the build at this block, at the line that ends so if given."""
        source = self.md.preprocessors["guide-source"]
        assert isinstance(source, Source)
        line = source.line_of(self.NAME, self.argument, self.occurrence)
        raise BlockError(message, source.line_below(line, at) if at else line)

    def identifier(self, such_as: str) -> str:
        """The block's `id`, which no other of its kind on the page has."""
        identifier: str = self.options["id"]
        if not ID.fullmatch(identifier):
            self.fail(
                f"a {self.NAME} needs an `id` of lower-case words, not "
                f"{identifier!r}: add an indented line such as "
                f"`id: {such_as}`, which never changes afterwards."
            )
        seen: set[str] = self.tracker.setdefault("ids", set())
        if identifier in seen:
            self.fail(
                f"two blocks `{self.NAME}` of this page have the id "
                f"`{identifier}`: rename the newer one."
            )
        seen.add(identifier)
        return identifier

    def markdown(self, parent: ElementTree.Element, lines: list[str]) -> None:
        """Parse the lines into the element, fenced code as well."""
        text = dedent("\n".join(lines)).strip("\n").split("\n")
        if "fenced_code_block" in self.md.preprocessors:
            text = self.md.preprocessors["fenced_code_block"].run(text)
        self.md.parser.parseChunk(parent, "\n".join(text))

    def _validate(
        self, parent: ElementTree.Element, arg: Any, **options: Any
    ) -> bool:
        self.argument = arg or ""
        # Two blocks may begin with the same line.
        seen = self.tracker.setdefault(SEEN, Counter())
        self.occurrence = seen[self.argument]
        seen[self.argument] += 1
        for option in options:
            if option not in self.option_spec:
                known = ", ".join(sorted(self.option_spec))
                self.fail(
                    f"`{self.NAME}` has no option `{option}`: "
                    f"use one of {known}, or leave it out."
                )
        if self.ARGUMENT and not arg:
            self.fail(self.MISSING)
        if not super()._validate(parent, arg, **options):
            self.fail(
                f"an option of `{self.NAME}` has a value that is no text: "
                "put it between quotes."
            )
        return True


class Source(Preprocessor):
    """Remembers the text as written, to tell a block's line."""

    lines: list[str]

    def run(self, lines: list[str]) -> list[str]:
        """The lines, unchanged."""
        self.lines = lines
        return lines

    def line_of(self, name: str, argument: str, occurrence: int = 0) -> int:
        """The line of that header, counted from 1; 0 if there is none."""
        found = [
            number
            for number, header in self.headers()
            if (header["name"], header["argument"] or "") == (name, argument)
        ]
        return found[occurrence] if occurrence < len(found) else 0

    def line_below(self, line: int, text: str) -> int:
        """The next line that ends so; the given one if there is none."""
        for number, written in enumerate(self.lines[line:], start=line + 1):
            if written.rstrip().endswith(text):
                return number
        return line

    def headers(self) -> Iterator[tuple[int, re.Match[str]]]:
        """Each block header outside fenced code, with its line."""
        for number, (line, fenced) in enumerate(fences(self.lines), start=1):
            if not fenced and (header := HEADER.match(line)):
                yield number, header


class Leftovers(Treeprocessor):
    """Stops at a block that was not understood or not closed."""

    def __init__(self, md: Markdown, manager: BlocksProcessor) -> None:
        super().__init__(md)
        self.manager = manager

    def run(self, root: ElementTree.Element) -> None:
        """Raise BlockError if anything is left over."""
        source = self.md.preprocessors["guide-source"]
        assert isinstance(source, Source)
        if self.manager.stack:
            block = self.manager.stack[-1].block
            argument = getattr(block, "argument", "") or ""
            raise BlockError(
                f"`/// {block.NAME}` is not closed: "
                "end it with a line of its own that holds `///`.",
                source.line_of(block.NAME, argument),
            )
        for element in root.iter():
            for text in (element.text, element.tail):
                for line in (text or "").splitlines():
                    if line.lstrip().startswith("///"):
                        self._report(source, line)

    def _report(self, source: Source, line: str) -> Never:
        known = ", ".join(sorted(self.manager.blocks))
        header = HEADER.match(line)
        if header is None:
            raise BlockError(
                f"`{line.strip()}` belongs to no block: "
                "remove it, or start a block before it."
            )
        name = header["name"]
        where = source.line_of(name, header["argument"] or "")
        if name in self.manager.blocks:
            raise BlockError(
                f"the options of `/// {name}` can't be read: write each as "
                "`name: value`, indented by four spaces, below the header; a "
                "value with a colon stands between quotes.",
                where,
            )
        raise BlockError(
            f"there is no block `{name}`: use one of {known}.", where
        )
