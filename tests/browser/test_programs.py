"""What pages show runs in Chromium: it prints what is recorded, or passes.

That pages show the files themselves is a test in tests/site.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from blocks.solution import FOLDER, Solution
from tests.browser.exercise_block import ExerciseBlock, opened
from tests.browser.run_block import PAGE, SNIPPET, RunBlock, shown
from tests.browser.spare import REMEMBER, Spare
from tests.paths import SNIPPETS

PACKAGES = re.compile(
    r"^\s*(?:from|import) (?:redis|fakeredis|annotated)", re.M
)
YOURS = re.compile(r"^Your (?:run|check) · \d")
# A lab's code is closed at first.
OPEN_LABS = """() => {
    for (const part of document.querySelectorAll(".lab-more")) part.open = true;
}"""


def alone(kind: str, name: str) -> bool:
    """Whether it needs a worker of its own, for its packages or database."""
    file = SNIPPETS / name
    if kind == "exercise":
        file = file.parent / FOLDER / file.name / "solution.py"
    return file.suffix == ".sql" or bool(
        PACKAGES.search(file.read_text("utf-8"))
    )


def together(kind: str) -> dict[str, list[str]]:
    """Those that one worker may run, by the folder of their module."""
    found: dict[str, list[str]] = {}
    for name in sorted(
        {name for names in shown(kind).values() for name in names}
    ):
        if not alone(kind, name):
            found.setdefault(name.partition("/")[0], []).append(name)
    return found


def apart() -> list[str]:
    """The pages that show one which needs a worker of its own."""
    return sorted(
        {
            page
            for kind in ("run", "exercise")
            for page, names in shown(kind).items()
            if any(alone(kind, name) for name in names)
        }
    )


def recorded(snippet: str) -> str:
    return (SNIPPETS / snippet).with_suffix(".out").read_text("utf-8")


# To start Python costs more than to run a snippet.
@pytest.mark.parametrize("folder", together("run"))
def test_snippets_print_what_is_recorded(page: Page, folder: str) -> None:
    page.add_init_script(REMEMBER)
    page.goto(PAGE)
    RunBlock(page, SNIPPET).run()
    spare = Spare(page)
    spare.wait()
    for snippet in together("run")[folder]:
        code = (SNIPPETS / snippet).read_text("utf-8")
        assert spare.run(code, snippet) == recorded(snippet), snippet


@pytest.mark.parametrize("folder", together("exercise"))
def test_solutions_pass(page: Page, folder: str) -> None:
    page.add_init_script(REMEMBER)
    block = opened(page)
    block.edit(block.files.shown)
    block.check()
    spare = Spare(page)
    spare.wait()
    for exercise in together("exercise")[folder]:
        files = Solution.read(SNIPPETS, exercise)
        path = f"{exercise}/solution.py"
        verdicts = spare.check(files.shown, path, files.check)
        assert set(verdicts) == {"passed"}, exercise


@pytest.mark.parametrize("path", apart())
def test_what_needs_packages_or_a_database_runs_on_its_page(
    page: Page, path: str
) -> None:
    page.goto(f"/{path}")
    page.evaluate(OPEN_LABS)
    for snippet in shown("run").get(path, []):
        if alone("run", snippet):
            block = RunBlock(page, snippet)
            assert block.run() == recorded(snippet), snippet
            expect(block.label).to_contain_text(YOURS)
    for name in shown("exercise").get(path, []):
        if alone("exercise", name):
            exercise = ExerciseBlock(page, name)
            exercise.edit(exercise.files.shown)
            said = exercise.check()
            assert re.fullmatch(r"All \d+ tests passed", said), name
            assert not exercise.failures()
            expect(exercise.label).to_contain_text(YOURS)
