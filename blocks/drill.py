"""The `drill` block: estimates to practise, with the constants that they use.

    /// drill | review/questions.toml
        constants: review/constants.toml
    ///

Shows one question of each kind with its chain. With scripts a reader answers,
and asks for as many more as wanted; see blocks/estimation.py.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from html import escape
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.code import CodeBlock
from blocks.constants import Constant, data_file, read_constants
from blocks.errors import nearest
from blocks.estimation import (
    NUMBERS,
    SIGNS,
    Question,
    draw,
    kinds,
    read,
    work_out,
)
from blocks.reading import keep_units

ALONE = (
    "A question of each kind: each opens to its chain. With JavaScript the "
    "drill asks more of them, and judges your answers."
)


def read_questions(file: Path) -> list[dict[str, Any]]:
    """The questions of the file."""
    found: list[dict[str, Any]] = tomllib.loads(
        file.read_text(encoding="utf-8")
    )["question"]
    return found


class Drill(CodeBlock):
    """Shows a question of each kind, and what draws more."""

    NAME = "drill"
    MISSING = (
        "`/// drill | …` misses what it asks: name a file of questions, as in "
        "`/// drill | review/questions.toml`."
    )
    OPTIONS = {"constants": ("", type_string)}  # noqa: RUF012

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `drill` block holds no text of its own."""
        self.refuse_text(block)
        if not self.options["constants"]:
            self.fail(
                "a drill needs the option `constants`: name their file, as in "
                "`constants: review/constants.toml`."
            )
        root: Path = self.config["snippets"]
        path = self.options["constants"]
        try:
            file = data_file(root, self.argument)
            constants = read_constants(data_file(root, path))
            path = self.argument
            questions = read_questions(file)
            _refuse_wrong(
                questions, by_hand(constants), file.read_text("utf-8")
            )
            shown = _first(questions, by_hand(constants))
        except LookupError as error:
            self.fail(str(error.args[0]))
        except ValueError as error:
            self.fail(f"{root.name}/{path}: {error.args[0]}.")
        block.set("class", "run drill")
        block.set("role", "group")
        block.set("aria-label", "Estimation drill")
        data = {
            "questions": questions,
            "constants": by_hand(constants),
            "names": {key: each.name for key, each in constants.items()},
            "kinds": list(shown),
        }
        block.set(ATTRIBUTES["drill"], json.dumps(data))
        SubElement(block, "div").text = self.stash(
            self.head(self.argument)
            + f'<div class="drill-recorded"><p>{ALONE}</p>'
            + "".join(
                _recorded(kind, question, constants)
                for kind, question in shown.items()
            )
            + "</div>"
        )


def _refuse_wrong(
    questions: Sequence[Mapping[str, Any]],
    constants: Mapping[str, str],
    text: str,
) -> None:
    """Raise ValueError at what no reader can be asked: where, what, remedy."""
    headings = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(r"\s*\[\[\s*question\s*\]\]", line)
    ]
    for asked, line in zip(questions, headings, strict=True):
        try:
            _work_out_all(asked, constants)
        except KeyError as error:
            raise ValueError(
                f"line {line}: the question has no {error.args[0]}: its text, "
                "`kind`, `draw` and `chain` must be there, and `draw` must "
                "have what stands in braces"
            ) from None
        except ValueError as error:
            raise ValueError(
                f"line {line}: the question's {error.args[0]}"
            ) from None


def _work_out_all(
    asked: Mapping[str, Any], constants: Mapping[str, str]
) -> None:
    """Raise ValueError or KeyError if a chain of it cannot be worked out."""
    for missing in sorted({"kind", "text", "draw", "chain"} - set(asked)):
        raise KeyError(missing)
    for name, amounts in asked["draw"].items():
        for amount in amounts:
            _readable(amount, f"`draw.{name}` has “{amount}”")
    known = [*constants, *asked["draw"]]
    for label, unit, terms in asked["chain"]:
        _readable(f"1 {unit}", f"line “{label}” has the unit “{unit}”")
        for name in SIGNS.split(terms)[::2]:
            if name not in known and not _is_amount(name):
                raise ValueError(
                    f"line “{label}” has {name}, which is no amount, no "
                    "constant, not drawn and no label above: "
                    f"{nearest(name, known).rstrip('.')}"
                )
        known.append(label)
    for amounts in product(*asked["draw"].values()):
        drawn = dict(zip(asked["draw"], amounts, strict=True))
        work_out(asked, constants, drawn)


def _readable(amount: str, what: str) -> None:
    try:
        read(amount)
    except ValueError as error:
        raise ValueError(
            f"{what}, but {error.args[0]}: amounts are of bytes, time or "
            f"money, or count {', '.join(NUMBERS[1].split())}; what else one "
            "counts is added in blocks/estimation.py"
        ) from None


def _is_amount(text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def by_hand(constants: Mapping[str, Constant]) -> dict[str, str]:
    """What one calculates with."""
    return {key: constant.hand for key, constant in constants.items()}


def _first(
    questions: Sequence[Mapping[str, Any]], constants: Mapping[str, str]
) -> dict[str, Question]:
    """A question of each kind: those that a reader is asked first."""
    return {
        kind: draw(questions, constants, kind, seed)
        for seed, kind in enumerate(kinds(questions), start=1)
    }


def _recorded(
    kind: str, question: Question, constants: Mapping[str, Constant]
) -> str:
    steps = "".join(
        f"<li>{escape(keep_units(step))}</li>" for step in question.steps
    )
    used = ", ".join(
        f'<a href="#constant-{key}">{escape(constants[key].name)}</a>'
        for key in question.constants
    )
    return (
        f"<details><summary><b>{escape(kind)}.</b> "
        f"<span>{escape(keep_units(question.text))}</span></summary>"
        f"<ol>{steps}</ol>{used and f'<p>Constants: {used}</p>'}</details>"
    )
