"""What a contributor can forget, each with its remedy."""

import ast
import json
import re
import sys
import tomllib

import pytest
from bs4 import BeautifulSoup

from blocks.snippet import CONFIGURATIONS
from tests.paths import (
    ROOT,
    SITE,
    SNIPPETS,
    exercises,
    place,
    sessions,
    snippets,
)
from tests.snippets.outputs import owners
from tests.snippets.tables import labs

pytestmark = pytest.mark.rule

ATTRIBUTES = json.loads((ROOT / "blocks" / "attributes.json").read_text())
LINES = 60
# A lab has a model, and a theory or a search, and what to say of both.
LINES_OF_A_LAB = 180
LABS = labs()
DESCRIPTION = 160  # characters, of which a search shows no more
# Term: what it buys you. Then the costs, and on a line of its own the source.
TERM = r"[A-Z].+?: .+?\.\n\n.*?"
SOURCE = r"^Source: "
HEAD = re.compile(
    rf"{TERM}^Time: .*\bSpace: .*{SOURCE}", re.MULTILINE | re.DOTALL
)
# A query has no cost by itself: that is the planner's, and the data's.
SQL_HEAD = re.compile(TERM + SOURCE, re.MULTILINE | re.DOTALL)


def test_every_snippet_is_shown_whole_by_a_page(
    parsed: dict[str, BeautifulSoup],
) -> None:
    shown = {
        block[ATTRIBUTES["run"]]
        for page in parsed.values()
        for block in page.select(f"[{ATTRIBUTES['run']}]")
    }
    missing = set(snippets()) - shown
    assert not missing, (
        f"no page shows {sorted(missing)}: add `/// run | …` and `///` to the "
        "page that teaches it, or delete the snippet"
    )


def test_every_exercise_is_shown_by_one_page(
    parsed: dict[str, BeautifulSoup],
) -> None:
    shown: dict[str, list[str]] = {exercise: [] for exercise in exercises()}
    for name, page in parsed.items():
        for block in page.select(f"[{ATTRIBUTES['exercise']}]"):
            shown[str(block[ATTRIBUTES["exercise"]])].append(name)
    for exercise, names in shown.items():
        assert len(names) == 1, (
            f"{exercise} is shown by {names or 'no page'}: have one page show "
            f"it, once, by `/// exercise | {exercise}`"
        )


def test_every_session_is_shown_by_a_page(
    parsed: dict[str, BeautifulSoup],
) -> None:
    shown = {
        block[ATTRIBUTES["session"]]
        for page in parsed.values()
        for block in page.select(f"[{ATTRIBUTES['session']}]")
    }
    missing = set(sessions()) - shown
    assert not missing, (
        f"no page shows {sorted(missing)}: add `/// session | …` and `///` to "
        "docs/evidence.md or to the page that teaches it"
    )


def test_every_configuration_has_its_session() -> None:
    for suffix in CONFIGURATIONS:
        for configuration in SNIPPETS.rglob(f"*{suffix}"):
            session = configuration.with_suffix(".sh")
            assert session.is_file(), (
                f"{configuration.relative_to(ROOT)} is for no session: write "
                f"{session.name} beside it, or delete it"
            )


@pytest.mark.parametrize("snippet", snippets(".py"))
def test_every_python_snippet_has_a_test(snippet: str) -> None:
    folder, _, name = snippet.rpartition("/")
    test = ROOT / "tests" / "snippets" / folder / f"test_{name}"
    assert test.is_file(), (
        f"snippets/{snippet} has no test: write {test.relative_to(ROOT)} (only "
        "SQL needs none, as two PostgreSQLs must print its recorded output)"
    )


def test_every_test_of_a_snippet_has_its_snippet() -> None:
    tests = ROOT / "tests" / "snippets"
    for test in sorted(tests.glob("*/**/test_*.py")):
        name = test.name.removeprefix("test_")
        snippet = SNIPPETS / test.parent.relative_to(tests) / name
        assert snippet.is_file(), (
            f"{test.relative_to(ROOT)} tests no snippet: rename it as its "
            "snippet was renamed, or delete it"
        )


def test_every_recorded_output_has_one_snippet() -> None:
    for output in sorted(SNIPPETS.rglob("*.out")):
        snippets_of_it = owners(output)
        assert snippets_of_it, (
            f"{output.relative_to(ROOT)} belongs to no snippet: "
            "run `make outputs`, which removes it"
        )
        assert len(snippets_of_it) == 1, (
            f"{output.relative_to(ROOT)} belongs to more than one snippet: "
            "give each a name of its own"
        )


@pytest.mark.parametrize("snippet", snippets() + sessions())
def test_snippet_fits_on_a_screen(snippet: str) -> None:
    lines = len((SNIPPETS / snippet).read_text().splitlines())
    most = LINES_OF_A_LAB if snippet in LABS else LINES
    assert lines <= most, (
        f"snippets/{snippet}, line {most + 1}: it has {lines} lines, {most} "
        "are the limit: "
        "leave out what the idea does not need, or split it"
    )


@pytest.mark.parametrize("snippet", snippets(".py"))
def test_snippet_starts_with_term_cost_and_source(snippet: str) -> None:
    docstring = ast.get_docstring(ast.parse((SNIPPETS / snippet).read_text()))
    assert HEAD.match(docstring or ""), (
        f"snippets/{snippet}, line 1: start its docstring with `Term: what it "
        "buys you.`, an empty line, then `Time:`, `Space:` and `Source:`"
    )


@pytest.mark.parametrize("snippet", snippets(".sql") + sessions())
def test_sql_and_session_start_with_term_and_source(snippet: str) -> None:
    text = (SNIPPETS / snippet).read_text()
    mark = text[: text.find(" ")]
    comment = re.match(rf"(?:{mark}.*\n)*", text)
    assert comment
    head = re.sub(rf"^{mark} ?", "", comment[0], flags=re.MULTILINE)
    assert SQL_HEAD.match(head), (
        f"snippets/{snippet}, line 1: start with `{mark} Term: what it buys "
        f"you.`, a line `{mark}`, then a line with `{mark} Source:` (before it "
        "one with `Time:` and `Space:` where they make sense)"
    )


@pytest.mark.parametrize("snippet", snippets(".py"))
def test_snippet_stands_alone(snippet: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = {
        package.replace("-", "_")
        for package in project["dependency-groups"]["snippets"]
    }
    imported = set()
    for node in ast.walk(ast.parse((SNIPPETS / snippet).read_text())):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add("." * node.level + (node.module or "").split(".")[0])
    foreign = imported - sys.stdlib_module_names - packages
    assert not foreign, (
        f"snippets/{snippet} imports {sorted(foreign)}: use the standard "
        f"library or one of {sorted(packages)}, and no other snippet"
    )


@pytest.mark.parametrize("snippet", snippets(".py"))
def test_chance_has_a_seed(snippet: str) -> None:
    # What else makes a difference from run to run, ruff knows by its name.
    for node in ast.walk(ast.parse((SNIPPETS / snippet).read_text())):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            seeded = name != "Random" or node.args or node.keywords
            assert seeded, (
                f"snippets/{snippet}, line {node.lineno}: `Random()` differs "
                "from run to run: give it a seed, as in `Random(1)`"
            )


def test_every_page_of_the_docs_is_in_the_navigation(
    parsed: dict[str, BeautifulSoup],
) -> None:
    navigation = parsed["index.html"].select(".md-nav--primary a[href]")
    linked = {str(link["href"]) for link in navigation}
    docs = ROOT / "docs"
    for page in sorted([*docs.rglob("*.md"), *docs.rglob("*.py")]):
        path = page.relative_to(docs).as_posix()
        name = path.removesuffix(page.suffix)
        address = f"{name}/".removesuffix("index/") or "."
        assert address in linked, (
            f"docs/{path} is not in the navigation: add it to `nav` in "
            "mkdocs.yml"
        )


def test_every_page_has_a_title_and_a_description_of_its_own(
    parsed: dict[str, BeautifulSoup],
) -> None:
    seen: dict[str, str] = {}
    for name, page in parsed.items():
        if name == "404.html":
            continue
        description = page.select_one("meta[name=description]")
        assert description, (
            f"{place(name)}: add a `description` to its front matter"
        )
        said = str(description["content"])
        assert len(said) <= DESCRIPTION, (
            f"{place(name, 'description:')}: its description has {len(said)} "
            f"characters, {DESCRIPTION} are the limit: say less"
        )
        for text in (page.title and page.title.text, description["content"]):
            assert isinstance(text, str)
            assert text not in seen, (
                f"{place(name)} and {place(seen[text])} both say {text!r}: "
                "give each page a `title` and a `description` of its own"
            )
            seen[text] = name


def test_the_built_site_is_newer_than_its_sources() -> None:
    assert (SITE / "index.html").stat().st_mtime > max(
        file.stat().st_mtime
        for folder in ("docs", "snippets", "blocks", "theme")
        for file in (ROOT / folder).rglob("*.*")
        if "__pycache__" not in file.parts
    ), "the site is older than its sources: run `make build`"
