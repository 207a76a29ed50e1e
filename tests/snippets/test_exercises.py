"""An exercise tells right from wrong: its tests judge known answers."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blocks.solution import FOLDER, Solution
from tests.paths import SNIPPETS, exercises

WRONG_ANSWERS = 3


def folder(exercise: str) -> Path:
    module, _, name = exercise.rpartition("/")
    return SNIPPETS / module / FOLDER / name


def wrong_answers() -> list[str]:
    """Each as `caching/lru_links/wrong_off_by_one.py`."""
    return [
        f"{exercise}/{file.name}"
        for exercise in exercises()
        for file in sorted(folder(exercise).glob("wrong_*.py"))
    ]


def judge(exercise: str, answer: str, tmp_path: Path) -> tuple[bool, str]:
    """Whether the tests accept the answer, and what they say."""
    check = Solution.read(SNIPPETS, exercise).check
    (tmp_path / "check.py").write_text(check, encoding="utf-8")
    (tmp_path / "solution.py").write_text(answer, encoding="utf-8")
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider"),
            *("--rootdir", tmp_path, "check.py"),
        ],
        cwd=tmp_path,
        # As in the browser, which has pytest alone; and twice as quick.
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode in (0, 1), f"{ended.stdout}{ended.stderr}"
    return ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("exercise", exercises())
def test_the_solution_passes(exercise: str, tmp_path: Path) -> None:
    shown = Solution.read(SNIPPETS, exercise).shown
    accepted, said = judge(exercise, shown, tmp_path)
    assert accepted, f"the solution of {exercise} fails:\n{said}"


@pytest.mark.parametrize("exercise", exercises())
def test_the_starter_fails(exercise: str, tmp_path: Path) -> None:
    starter = Solution.read(SNIPPETS, exercise).starter
    accepted, _ = judge(exercise, starter, tmp_path)
    assert not accepted, (
        f"the starter of {exercise} passes already: test what is missing in it"
    )


@pytest.mark.parametrize("exercise", exercises())
def test_there_are_wrong_answers(exercise: str) -> None:
    found = len(list(folder(exercise).glob("wrong_*.py")))
    assert found >= WRONG_ANSWERS, (
        f"{exercise} has {found} wrong answers: write at least "
        f"{WRONG_ANSWERS} that people give, as wrong_*.py beside its solution"
    )


@pytest.mark.parametrize("wrong", wrong_answers())
def test_a_wrong_answer_gets_its_message(wrong: str, tmp_path: Path) -> None:
    exercise, _, name = wrong.rpartition("/")
    answer = (folder(exercise) / name).read_text(encoding="utf-8")
    message = (ast.get_docstring(ast.parse(answer)) or "").partition("\n")[0]
    assert message, f"{wrong}: say in its docstring why it is wrong"
    accepted, said = judge(exercise, answer, tmp_path)
    assert not accepted, (
        f"{wrong} passes: add a test to check.py whose message says: {message}"
    )
    assert message in said, (
        f"{wrong} fails, but no message says {message!r}: put that sentence "
        f"into the assertion that must catch it. pytest said:\n{said}"
    )


@pytest.mark.parametrize("exercise", exercises())
def test_each_assertion_teaches(exercise: str) -> None:
    check = ast.parse(Solution.read(SNIPPETS, exercise).check)
    for node in ast.walk(check):
        assert not isinstance(node, ast.Assert) or node.msg, (
            f"{exercise}/check.py, line {node.lineno}: the assertion has no "
            "message; say what was broken and why it matters"
        )
