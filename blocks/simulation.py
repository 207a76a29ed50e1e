"""What a lab's `simulate` takes and returns, read from its signature.

    def simulate(
        size: Annotated[int, Interval(ge=1, le=500), Unit("keys")] = 100,
        policy: Literal["LRU", "FIFO"] = "LRU",
        seed: int = 1,
    ) -> Annotated[Table, Unit("hits per 100 requests")]:

`Interval`, `MultipleOf` and `Unit` are those of the package annotated-types.
"""

import ast
import csv
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, Self

Value = float | str | bool
FUNCTION = "simulate"
EXAMPLE = "`size: Annotated[int, Interval(ge=1, le=500)] = 100`"


@dataclass(frozen=True, slots=True)
class Knob:
    """A parameter that a reader sets: a choice, a switch or a number.

    A number without a lowest and a highest value is a seed.
    """

    name: str
    value: Value
    choices: list[Value] | None = None
    low: float | None = None
    high: float | None = None
    step: float | None = None
    unit: str = ""

    @property
    def label(self) -> str:
        """The name, as a reader sees it."""
        return self.name.replace("_", " ").capitalize()

    @property
    def setting(self) -> str:
        """The name and the default, as one says it."""
        value = self.value
        if isinstance(value, bool):
            return f"{self.label}: {'on' if value else 'off'}"
        text = value if isinstance(value, str) else f"{value:,}"
        return f"{self.label}: {text} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Axis:
    """What the columns of numbers are counted in.

    A range that leaves out zero (`Interval(gt=0)`) asks for a logarithmic axis.
    """

    unit: str = ""
    low: float | None = None
    high: float | None = None
    logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class Simulation:
    """The signature of a lab."""

    knobs: list[Knob]
    axis: Axis

    @classmethod
    def read(cls, code: str) -> Self:
        """The signature of `simulate` in this code.

        Raises LookupError if it is not there, ValueError with a remedy if a
        parameter is none that a reader can set.
        """
        try:
            tree = ast.parse(code)
        except SyntaxError as error:
            where = f"its line {error.lineno} is no Python"
            raise ValueError(f"{where}, {error.msg}: correct it") from None
        found = [
            node
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and node.name == FUNCTION
        ]
        if not found:
            raise LookupError(f"it defines no function `{FUNCTION}`")
        taken = found[0].args
        arguments = [*taken.posonlyargs, *taken.args]
        defaults = [None] * (len(arguments) - len(taken.defaults))
        pairs = [
            *zip_longest(arguments, [*defaults, *taken.defaults]),
            *zip(taken.kwonlyargs, taken.kw_defaults, strict=True),
        ]
        names = {
            ast.unparse(node.targets[0]): node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
        }
        return cls(
            [_knob(*pair, names) for pair in pairs], _axis(found[0].returns)
        )

    @property
    def as_dict(self) -> dict[str, Any]:
        """For JSON: what the page needs to know."""
        knobs = [asdict(knob) | {"label": knob.label} for knob in self.knobs]
        return {"knobs": knobs, "axis": asdict(self.axis)}


def is_lab(code: str) -> bool:
    """Whether the snippet is one that a reader can turn the knobs of."""
    annotated = "\nfrom annotated_types import" in code
    return annotated and f"\ndef {FUNCTION}(" in code


Table = dict[str, list[float | str | None]]


def read_table(file: Path) -> Table:
    """The table that was recorded: a column per name."""
    with file.open(encoding="utf-8", newline="") as text:
        head, *rows = csv.reader(text)
    columns = zip(*rows, strict=True)
    return {
        name: [_cell(text) for text in column]
        for name, column in zip(head, columns, strict=True)
    }


def write_table(file: Path, table: Table) -> None:
    """Record it: a line per row, and nothing for what has no value."""
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(table)
        writer.writerows(zip(*table.values(), strict=True))


def is_drawn(table: Table) -> bool:
    """Whether it has numbers to draw; words make its rows steps to follow."""
    return not any(
        isinstance(value, str)
        for column in list(table.values())[1:]
        for value in column
    )


def has_lines(table: Table) -> bool:
    """Whether no value is a word: words in the first column make bars."""
    return not any(
        isinstance(value, str) for column in table.values() for value in column
    )


def _cell(text: str) -> float | str | None:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def _knob(
    argument: ast.arg, default: ast.expr | None, names: dict[str, ast.expr]
) -> Knob:
    name = argument.arg

    def fail(problem: str) -> ValueError:
        return ValueError(f"its parameter `{name}` {problem}")

    if default is None:
        raise fail("has no default: give it one, as in `= 100`")
    value = _literal(default)
    note = argument.annotation
    if isinstance(note, ast.Name):
        note = names.get(note.id, note)
    kind = ast.unparse(note.value) if isinstance(note, ast.Subscript) else ""
    if isinstance(note, ast.Subscript) and kind == "Literal":
        choices = _literal(note.slice)
        choices = list(choices if isinstance(choices, tuple) else [choices])
        if value not in choices:
            raise fail(f"has a default that is none of {choices}: use one")
        return Knob(name, value, choices)
    if isinstance(value, bool):
        return Knob(name, value)
    if kind != "Annotated":
        if isinstance(value, int) and name == "seed":
            return Knob(name, value)
        raise fail(f"has no range: annotate it as in {EXAMPLE}")
    notes = _notes(note)
    low, high = notes.get("ge"), notes.get("le")
    if low is None or high is None or not low <= value <= high:
        raise fail(
            "needs a range that holds its default: write both ends as "
            f"numbers, as in {EXAMPLE}"
        )
    assert isinstance(note, ast.Subscript)
    assert isinstance(note.slice, ast.Tuple)
    whole = ast.unparse(note.slice.elts[0]) == "int"
    step = notes.get("MultipleOf") or (1 if whole else (high - low) / 100)
    return Knob(name, value, None, low, high, step, notes.get("Unit", ""))


def _axis(returned: ast.expr | None) -> Axis:
    notes = _notes(returned)
    lowest = notes.get("ge")
    return Axis(
        notes.get("Unit", ""), lowest, notes.get("le"), notes.get("gt") == 0
    )


def _notes(annotation: ast.expr | None) -> dict[str, Any]:
    """What annotations say: an interval's ends, and the rest by its name."""
    notes: dict[str, Any] = {}
    for call in ast.walk(annotation) if annotation else ():
        if not isinstance(call, ast.Call):
            continue
        for keyword in call.keywords:
            notes[str(keyword.arg)] = _literal(keyword.value)
        if call.args:
            notes[ast.unparse(call.func)] = _literal(call.args[0])
    return notes


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except ValueError:
        raise ValueError(
            f"line {node.lineno} of it has `{ast.unparse(node)}` where the "
            "page must know the value: write the number or text itself"
        ) from None
