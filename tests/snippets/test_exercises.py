"""An exercise tells right from wrong: its tests judge known answers."""

import ast
import multiprocessing
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from _pytest.config import default_plugins

from blocks.solution import FOLDER, Solution
from tests.paths import SNIPPETS, exercises
from tests.snippets.verdict import send_verdict, verdict

pytestmark = pytest.mark.rule

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


@pytest.fixture(scope="session")
def processes() -> ForkServerContext:
    """Processes in which pytest is imported already, to the last plugin."""
    context = multiprocessing.get_context("forkserver")
    plugins = [f"_pytest.{name}" for name in default_plugins]
    context.set_forkserver_preload(["pytest", verdict.__module__, *plugins])
    return context


class Judge:
    """Runs an exercise's tests on an answer, in a process of their own."""

    def __init__(self, processes: ForkServerContext, folder: Path) -> None:
        self.processes = processes
        self.folder = folder

    def __call__(self, exercise: str, answer: str) -> tuple[bool, str]:
        """Whether the tests accept the answer, and what they say."""
        check = Solution.read(SNIPPETS, exercise).check
        (self.folder / "check.py").write_text(check, encoding="utf-8")
        (self.folder / "solution.py").write_text(answer, encoding="utf-8")
        here, there = self.processes.Pipe(duplex=False)
        process = self.processes.Process(
            target=send_verdict, args=(there, self.folder)
        )
        process.start()
        there.close()
        ended, said = here.recv()
        process.join()
        assert ended in (0, 1), said
        return ended == 0, said


@pytest.fixture
def judge(processes: ForkServerContext, tmp_path: Path) -> Judge:
    """Answers are judged in a folder of the test's own."""
    return Judge(processes, tmp_path)


@pytest.mark.parametrize("exercise", exercises())
def test_the_solution_passes(judge: Judge, exercise: str) -> None:
    shown = Solution.read(SNIPPETS, exercise).shown
    accepted, said = judge(exercise, shown)
    assert accepted, f"the solution of {exercise} fails:\n{said}"


@pytest.mark.parametrize("exercise", exercises())
def test_the_starter_fails(judge: Judge, exercise: str) -> None:
    starter = Solution.read(SNIPPETS, exercise).starter
    accepted, _ = judge(exercise, starter)
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
def test_a_wrong_answer_gets_its_message(judge: Judge, wrong: str) -> None:
    exercise, _, name = wrong.rpartition("/")
    answer = (folder(exercise) / name).read_text(encoding="utf-8")
    message = (ast.get_docstring(ast.parse(answer)) or "").partition("\n")[0]
    assert message, (
        f"{wrong}: write a docstring, the message that this answer must get"
    )
    accepted, said = judge(exercise, answer)
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
