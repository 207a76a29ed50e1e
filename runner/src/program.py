"""Runs a reader's code as a program of its own; part of the memory snapshot.

What is imported here is there at once in every run.
"""

import ast
import asyncio
import builtins
import importlib
import json
import linecache
import math
import random
import sys
import time
import traceback
from collections.abc import Mapping
from types import CodeType, ModuleType
from typing import Any, NamedTuple, Never

# What programs often import: in a snapshot it costs nothing to have them.
for name in (
    "bisect collections contextlib dataclasses datetime enum functools "
    "hashlib heapq itertools json math sqlite3 statistics string textwrap "
    "threading types typing zlib"
).split():
    importlib.import_module(name)

# What a browser cannot do: the error that Python raises, and what to do.
REMEDIES = {
    "can't start new thread": "A page has no threads: use asyncio, or "
    "simulate the interleaving step by step.",
    "subprocess": "A page cannot start other programs: call a function "
    "instead.",
    "emscripten does not support processes": "A page cannot start other "
    "programs: call a function instead.",
    "Host is unreachable": "A page has no sockets: pass bytes between two "
    "functions, or use fakeredis for a Redis.",
    "No such file or directory": "A page sees no files of your machine: "
    "write the text into the code.",
}


class Outcome(NamedTuple):
    """How a program ended."""

    succeeded: bool
    line: int  # of the reader's code, where an error arose; 0 if none
    markup: str  # the picture or table that its last expression shows
    table: str = ""  # what `simulate` returned, as JSON


class Sleeper:
    """What an event loop waits on: here only time passes."""

    def select(self, timeout: float | None) -> list[object]:
        """Wait; no event ever arrives from outside."""
        if timeout is None:
            raise RuntimeError("the program waits for what cannot happen")
        time.sleep(timeout)
        return []


class BlockingLoop(asyncio.BaseEventLoop):
    """An event loop that runs until its task is done, as on a machine.

    The browser's own loop cannot be waited for without stack switching,
    which not every browser has.
    """

    def __init__(self) -> None:
        super().__init__()
        self._selector = Sleeper()

    def _process_events(self, events: list[object]) -> None:
        """Nothing arrives."""

    def _write_to_self(self) -> None:
        """No other thread wakes it."""


def _input(_: object = "") -> Never:
    raise RuntimeError(
        "a page cannot ask while it runs: assign the value in the code, as in "
        "name = 'ada'"
    )


def begin(code: str, path: str, name: str) -> ModuleType:
    """The module of this name, empty, in which the code may now run."""
    random.seed()
    builtins.input = _input
    asyncio.events._set_running_loop(None)
    # What `asyncio.run` asks for a loop.
    asyncio.events.new_event_loop = BlockingLoop
    # Lets a traceback quote the lines, as it does for a file.
    linecache.cache[path] = (len(code), None, code.splitlines(True), path)
    module = sys.modules[name] = ModuleType(name)
    return module


def run(
    code: str, path: str, packages: list[str], values: str | None = None
) -> Outcome:
    """Run in a fresh `__main__`, with its own frames only in a traceback.

    With values, the arguments of `simulate` as JSON, run as a module instead,
    and call that.
    """
    module = begin(code, path, "__main__" if values is None else "lab")
    # Kept from the reader's code, which may replace what these names mean.
    flush = (sys.stdout.flush, sys.stderr.flush)
    report, error_stream = traceback.print_exception, sys.stderr
    try:
        body, last = _compile(code, path)
        exec(body, module.__dict__)
        value = eval(last, module.__dict__) if last else None
        if values is not None:
            table = table_of(module.simulate(**json.loads(values)))
            return Outcome(True, 0, "", json.dumps(table))
        return Outcome(True, 0, _markup(value))
    except SystemExit as end:
        if end.code not in (None, 0):
            report(SystemExit, end, None, file=error_stream)
        return Outcome(end.code in (None, 0), 0, "")
    except BaseException as error:
        frames = error.__traceback__
        while frames and frames.tb_frame.f_code.co_filename != path:
            frames = frames.tb_next
        if said := remedy(error, packages):
            error.add_note(said)
        report(type(error), error, frames, file=error_stream)
        return Outcome(False, line_of(error, path), "")
    finally:
        for stream in flush:
            stream()


def _compile(code: str, path: str) -> tuple[CodeType, CodeType | None]:
    """The program, and its last line by itself if it is an expression."""
    tree = ast.parse(code, path)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        expression = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        last = compile(expression, path, "eval")
    return compile(tree, path, "exec"), last


def table_of(returned: Any) -> dict[str, list[Any]]:
    """The columns that `simulate` returned, numbers to five digits.

    Raises TypeError or ValueError if they are no table.
    """
    if not isinstance(returned, Mapping):
        raise TypeError(
            "simulate returns a column per name, as in "
            '{"Keys": [1, 2], "Hits": [0.5, 0.7]}, and not '
            f"{type(returned).__name__}"
        )
    table = {str(name): list(column) for name, column in returned.items()}
    if len({len(column) for column in table.values()}) != 1:
        lengths = {name: len(column) for name, column in table.items()}
        raise ValueError(f"the columns have different lengths: {lengths}")
    for name, column in table.items():
        for row, value in enumerate(column):
            if isinstance(value, float):
                column[row] = _rounded(value)
            elif not isinstance(value, int | str | None):
                raise TypeError(f"{name!r} holds {value!r}: no number or text")
    return table


def _rounded(value: float) -> float | None:
    """Five digits; nothing for an infinity, which can't be drawn."""
    if not math.isfinite(value):
        return None
    number = float(f"{value:.5g}")
    return int(number) if number.is_integer() else number


def _markup(value: Any) -> str:
    """SVG or HTML that the value draws itself as; empty if it does not."""
    for method in ("_repr_svg_", "_repr_html_"):
        draw = getattr(type(value), method, None)
        if draw and isinstance(markup := draw(value), str):
            return markup
    return ""


def remedy(error: BaseException, packages: list[str]) -> str:
    """What to do instead of what a page cannot do; empty if it can."""
    if isinstance(error, ModuleNotFoundError):
        held = ", ".join(sorted(packages))
        return f"This site holds the standard library and {held}."
    if isinstance(error, RecursionError):
        return ""
    said = f"{type(error).__name__}: {error}"
    return next((do for sign, do in REMEDIES.items() if sign in said), "")


def line_of(error: BaseException, path: str) -> int:
    """The innermost line of this file in which the error arose; 0 if none."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 0
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == path
    ]
    return (lines or [0])[-1] or 0
