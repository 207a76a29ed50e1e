"""Judges a reader's code by an exercise's tests, which pytest runs.

No part of the memory snapshot: only a page with an exercise needs pytest.
"""

import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from runner.src import program
else:
    import guide_program as program

# What needs a terminal, files of earlier runs, or a second to start; a print
# is not captured, so that the page shows it at once.
OPTIONS = [
    f"-pno:{plugin}"
    for plugin in (
        "cacheprovider capture debugging doctest faulthandler junitxml "
        "pastebin terminal"
    ).split()
]

# Where an object lies in memory says nothing to a reader.
ADDRESS = re.compile(r" object at 0x[0-9a-f]+")

Verdict = Literal["running", "passed", "failed"]
# Is told a test's sentence, its verdict, what the reader did wrong, details.
Tell = Callable[[str, Verdict, str, str], None]


class Teller:
    """A pytest plugin that tells when each test begins and how it ends."""

    def __init__(self, path: str, packages: list[str], tell: Tell) -> None:
        self.path = path
        self.packages = packages
        self.tell = tell
        self.line = 0

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Tell which test runs now: it may never end."""
        self.tell(_sentence(item.name), "running", "", "")

    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> None:
        """Tell the verdict: what a test does before or after may fail too."""
        sys.stdout.flush()
        sys.stderr.flush()
        name = _sentence(item.name)
        if call.excinfo:
            self.tell(name, "failed", *self._explain(call.excinfo.value))
        elif call.when == "call":
            self.tell(name, "passed", "", "")

    def pytest_exception_interact(
        self,
        call: pytest.CallInfo[None],
        report: pytest.CollectReport | pytest.TestReport,
    ) -> None:
        """Say why the tests could not be read: a name that they import."""
        if isinstance(report, pytest.CollectReport) and call.excinfo:
            error = call.excinfo.value
            print(_said(error.__cause__ or error), file=sys.stderr)

    def _explain(self, error: BaseException) -> tuple[str, str]:
        """What the reader did wrong, and details."""
        if line := program.line_of(error, self.path):
            self.line = self.line or line
            return _place(error, line), program.remedy(error, self.packages)
        if not isinstance(error, AssertionError | pytest.fail.Exception):
            return _said(error), ""
        # pytest has put its own words below those of the assertion: what was
        # compared, then a paragraph that explains it to a terminal.
        message, _, compared = str(error).partition("\nassert ")
        compared = re.split(r"\n\s*\n", compared)[0]
        compared = ADDRESS.sub("", compared)
        return message, compared and f"assert {compared}"


def check(
    code: str, path: str, tests: str, packages: list[str], tell: Tell
) -> program.Outcome:
    """Run the tests on the code, which they import as `solution`."""
    module = program.begin(code, path, "solution")
    file = Path("check.py")
    file.write_text(tests, encoding="utf-8")
    teller = Teller(path, packages, tell)
    try:
        exec(compile(code, path, "exec"), module.__dict__)
        ended = pytest.main([*OPTIONS, str(file)], plugins=[teller])
        return program.Outcome(ended == 0, teller.line, "")
    except BaseException as error:
        line = program.line_of(error, path)
        print(_place(error, line), file=sys.stderr)
        if remedy := program.remedy(error, packages):
            print(remedy, file=sys.stderr)
        return program.Outcome(False, line, "")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _sentence(name: str) -> str:
    """`test_a_get_is_a_use[0]`: A get is a use [0]."""
    words, bracket, case = name.removeprefix("test_").partition("[")
    sentence = words.replace("_", " ").capitalize()
    return f"{sentence} {bracket}{case}".strip()


def _said(error: BaseException) -> str:
    return traceback.format_exception_only(error)[-1].strip()


def _place(error: BaseException, line: int) -> str:
    """One sentence: the error, and the reader's line in which it arose."""
    if isinstance(error, SyntaxError):
        return f"Line {line} is not Python: {error.msg}."
    if isinstance(error, NotImplementedError):
        return f"Line {line} is still to be written: {error}".rstrip(": ") + "."
    return f"{_said(error)} (line {line} of your code)"


# What pytest loads at its first use is there when the reader's code comes.
warm_up = Path("warm_up.py")
warm_up.write_text("def test() -> None:\n    assert True\n")
pytest.main([*OPTIONS, str(warm_up)])
warm_up.unlink()
