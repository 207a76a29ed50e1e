"""The `lab` block: a simulation whose knobs a reader turns.

    /// lab | caching/hit_ratio.py
        shows: With the defaults LRU hits in 52 of 100 requests at 500 keys.
    ///

Shows the picture of the defaults, its numbers and the code, as they were
recorded. What can be set, and in which unit, is read from the signature of the
snippet's `simulate`; see blocks/simulation.py.
"""

import json
from html import escape
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.code import CodeBlock
from blocks.reading import keep_units
from blocks.simulation import (
    Simulation,
    Table,
    has_lines,
    is_drawn,
    is_lab,
    read_table,
)
from blocks.snippet import Snippet


class Lab(CodeBlock):
    """Shows a simulation: its settings, picture, numbers and code."""

    NAME = "lab"
    MISSING = (
        "`/// lab | …` misses what it shows: name a snippet that defines "
        "`simulate`, as in `/// lab | caching/hit_ratio.py`."
    )
    OPTIONS = {"shows": ("", type_string)}  # noqa: RUF012

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `lab` block holds no text of its own."""
        self.refuse_text(block)
        shows = self.options["shows"]
        if not shows:
            self.fail(
                "a picture needs a text that says the same: add the option "
                "`shows`, a sentence on what the defaults show."
            )
        root: Path = self.config["snippets"]
        try:
            snippet = Snippet.read(root, self.argument)
        except LookupError as error:
            self.fail(str(error.args[0]))
        try:
            simulation = Simulation.read(snippet.code)
        except (LookupError, ValueError) as error:
            self.fail(f"{root.name}/{snippet.path} is no lab: {error.args[0]}.")
        if not is_lab(snippet.code):
            self.fail(
                f"{root.name}/{snippet.path} is not known as a lab: import "
                "what annotates by `from annotated_types import …`."
            )
        file = root / snippet.path
        table, picture = file.with_suffix(".csv"), file.with_suffix(".svg")
        columns = read_table(table) if table.is_file() else None
        drawn = columns is not None and is_drawn(columns)
        if columns is None or (drawn and not picture.is_file()):
            self.fail(
                f"{root.name}/{snippet.path} has no recorded table or "
                "picture: run `make outputs` and commit the .csv and .svg."
            )
        self.group(block, f"Lab {snippet.path}", lab=snippet.path)
        block.set("class", "run lab")
        block.set(ATTRIBUTES["signature"], json.dumps(simulation.as_dict))
        settings = "".join(
            f"<li>{escape(keep_units(knob.setting))}</li>"
            for knob in simulation.knobs
        )
        SubElement(block, "div").text = self.stash(
            self.head(snippet.path)
            + f'<ul class="lab-settings lab-knobs">{settings}</ul>'
            + self._figure(
                picture.read_text(encoding="utf-8") if drawn else "",
                keep_units(shows),
                has_lines(columns),
            )
            + self._numbers(columns, drawn, snippet.path)
        )
        code = SubElement(block, "details", {"class": "lab-more"})
        SubElement(code, "summary").text = "The code"
        self.snippet(SubElement(code, "div"), snippet)

    def _figure(self, picture: str, shows: str, lines: bool) -> str:
        kind = "lab-default lab-lines" if lines else "lab-default"
        return (
            f'<figure class="{kind}" {ATTRIBUTES["figure"]}>{picture}'
            f"<figcaption>{escape(shows)}</figcaption></figure>"
        )

    def _numbers(self, columns: Table, drawn: bool, path: str) -> str:
        label = f"{'Numbers' if drawn else 'Steps'} of {escape(path)}"
        table = (
            f'<div class="lab-table" tabindex="0" role="group" '
            f'aria-label="{label}" data-search-exclude>'
            f'<table class="lab-rows" {ATTRIBUTES["table"]}>'
            f"{_rows(columns)}</table></div>"
        )
        if not drawn:
            return table
        return (
            '<details class="lab-more"><summary>The numbers</summary>'
            f"{table}</details>"
        )


def _rows(columns: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>"
        for row in zip(*columns.values(), strict=True)
    )
    return f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"


def _cell(value: float | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return escape(keep_units(value))
    whole = isinstance(value, int)
    return f"{value:,}" if whole else f"{value:,.9f}".rstrip("0")
