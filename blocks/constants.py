"""The `constants` block: what an estimate needs to know, with its sources.

    /// constants | review/constants.toml
        picture: Latency
        shows: From memory to another continent it is six orders of magnitude.
    ///

Shows each constant of the file in a table, and those of one group as bars from
the lowest to the highest value.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, Self
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from pymdownx.blocks.block import type_string

from blocks.code import CodeBlock
from blocks.errors import nearest
from blocks.estimation import Quantity, read
from blocks.reading import keep_units

MONTHS = 24  # for which a look at a source counts
LINK = re.compile(r"\[(.+?)\]\((https://.+?)\)")
FIELDS = "group name value low high range source url checked".split()


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that one knows or looks up, and where it is from."""

    key: str
    group: str
    name: str
    value: str
    hand: str  # what one calculates with
    low: str
    high: str
    range: str  # where low and high are from
    source: str
    url: str
    checked: date

    @classmethod
    def of(cls, key: str, fields: Mapping[str, Any]) -> Self:
        """The constant of these fields; ValueError with what is wrong."""
        missing = [name for name in FIELDS if not fields.get(name)]
        if missing:
            raise ValueError(f"{key} has no {', no '.join(missing)}")
        unknown = set(fields) - {*FIELDS, "hand"}
        if unknown:
            raise ValueError(f"{key} has {sorted(unknown)}, which says nothing")
        constant = cls(key=key, **{"hand": fields["value"], **fields})
        try:
            low, value, hand, high = map(
                read,
                (constant.low, constant.value, constant.hand, constant.high),
            )
        except ValueError as error:
            raise ValueError(f"{key}: {error.args[0]}") from None
        if len({each.powers for each in (low, value, hand, high)}) != 1:
            raise ValueError(f"{key} mixes units of different kinds")
        if not low.value <= value.value <= high.value:
            raise ValueError(f"{key} is not in its range")
        if not constant.url.startswith("https://"):
            raise ValueError(f"{key}: {constant.url} is no address of a source")
        if not re.search("source|exact|\\]\\(https://", constant.range.lower()):
            raise ValueError(f"{key} does not say where its range is from")
        return constant

    def is_stale(self, today: date) -> bool:
        """Whether nobody has looked at the source for too long."""
        months = 12 * (today.year - self.checked.year)
        months += today.month - self.checked.month
        return (months, today.day) > (MONTHS, self.checked.day)


def read_constants(file: Path) -> dict[str, Constant]:
    """The constants of the file; ValueError with the first that is wrong."""
    text = file.read_text(encoding="utf-8")
    found = {}
    for key, fields in tomllib.loads(text).items():
        try:
            found[key] = Constant.of(key, fields)
        except ValueError as error:
            before = re.split(rf"(?m)^\[{re.escape(key)}\]", text)[0]
            line = before.count("\n") + 1
            raise ValueError(f"line {line}: {error.args[0]}") from None
    return found


def data_file(root: Path, path: str) -> Path:
    """The file below the folder; LookupError with a remedy if there is none."""
    file = root / path
    if file.suffix != ".toml" or not file.is_file():
        known = [
            each.relative_to(root).as_posix() for each in root.rglob("*.toml")
        ]
        raise LookupError(
            f"There is no data {root.name}/{path}: {nearest(path, known)}"
        )
    return file


class Constants(CodeBlock):
    """Shows constants: a picture of one group, and all in a table."""

    NAME = "constants"
    MISSING = (
        "`/// constants | …` misses what it shows: name a file, as in "
        "`/// constants | review/constants.toml`."
    )
    OPTIONS = {  # noqa: RUF012
        "picture": ("", type_string),
        "shows": ("", type_string),
    }

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `constants` block holds no text of its own."""
        self.refuse_text(block)
        root: Path = self.config["snippets"]
        try:
            constants = read_constants(data_file(root, self.argument))
        except LookupError as error:
            self.fail(str(error.args[0]))
        except ValueError as error:
            self.fail(f"{root.name}/{self.argument}: {error.args[0]}.")
        group, shows = self.options["picture"], self.options["shows"]
        drawn = [each for each in constants.values() if each.group == group]
        if not drawn or not shows:
            self.fail(
                "a picture needs the options `picture`, a group of the "
                "constants, and `shows`, a text that says the same."
            )
        block.set("class", "run constants")
        SubElement(block, "div").text = self.stash(
            self.head(self.argument)
            + f"<figure>{draw(group, drawn)}"
            + f"<figcaption>{escape(keep_units(shows))}</figcaption></figure>"
            + _table(constants.values())
        )


def _table(constants: Iterable[Constant]) -> str:
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Constant", "Value", "Range", "Source", "Looked up")
    )
    body = ""
    for group, members in groupby(constants, lambda each: each.group):
        body += (
            f'<tr><th scope="rowgroup" colspan="5">{escape(group)}</th></tr>'
        )
        body += "".join(map(_row, members))
    return (
        '<div class="constants-table" tabindex="0" role="group" '
        'aria-label="Constants">'
        f'<table class="constants-rows"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(constant: Constant) -> str:
    value = constant.value
    if constant.hand != value:
        value += f", by hand {constant.hand}"
    bounds = constant.low
    if constant.high != bounds:
        bounds += f" to {constant.high}"
    return (
        f'<tr id="constant-{constant.key}">'
        f'<th scope="row">{escape(constant.name)}</th>'
        f"<td>{escape(keep_units(value))}</td>"
        f"<td>{escape(keep_units(bounds))}"
        f"<small>{_linked(constant.range)}</small></td>"
        f'<td><a href="{escape(constant.url)}">{escape(constant.source)}</a>'
        f'</td><td><time datetime="{constant.checked}">'
        f"{constant.checked:%b %Y}</time></td></tr>"
    )


def _linked(text: str) -> str:
    """The text with its `[name](address)` as links."""
    return LINK.sub(r'<a href="\2">\1</a>', escape(keep_units(text)))


# Units of the picture: about a pixel each on a phone.
WIDTH, SIDE, ROW, FOOT = 360, 18, 40, 24


def draw(title: str, constants: Iterable[Constant]) -> str:
    """Bars from low to high, with a dot at the value, on a logarithmic axis."""
    rows = [
        (each, read(each.low), read(each.value), read(each.high))
        for each in constants
    ]
    rows.sort(key=lambda row: row[2].value)
    first = math.floor(math.log10(min(row[1].value for row in rows)))
    last = math.ceil(math.log10(max(row[3].value for row in rows)))
    bottom = ROW * len(rows) + 6

    def x(value: float) -> float:
        part = (math.log10(value) - first) / (last - first)
        return round(SIDE + part * (WIDTH - 2 * SIDE), 1)

    lines = ""
    for exponent in range(first, last + 1, 2):
        place = x(10.0**exponent)
        name = Quantity(10.0**exponent, rows[0][1].powers).by_hand("s").text
        lines += (
            f'<path class="constants-grid" d="M{place},0V{bottom}"/>'
            f'<text x="{place}" y="{bottom + 16}" text-anchor="middle">'
            f"{keep_units(name)}</text>"
        )
    for number, (constant, low, value, high) in enumerate(rows):
        y = ROW * number
        lines += (
            f'<text x="{SIDE}" y="{y + 16}">{escape(constant.name)}</text>'
            f'<text x="{WIDTH - SIDE}" y="{y + 16}" text-anchor="end">'
            f"{keep_units(constant.value)}</text>"
            f'<path class="constants-bar" '
            f'd="M{x(low.value)},{y + 27}H{x(high.value)}"/>'
            f'<circle class="constants-dot" cx="{x(value.value)}" '
            f'cy="{y + 27}" r="5"/>'
        )
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {bottom + FOOT}" '
        f'fill="currentColor" font-size="12.5"><title>{escape(title)}: each '
        f"value with its range, on a logarithmic axis</title>{lines}</svg>"
    )
