"""What a contributor reads when a rule is broken: place and remedy."""

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from blocks.term import Term
from hooks import links
from tests import paths
from tests.conftest import sentence
from tests.paths import ROOT
from tests.site import test_glossary, test_html, test_pages, test_rules
from tests.snippets import (
    outputs,
    test_exercises,
    test_outputs,
    test_tables,
)

HEAD = (
    '"""Sum: what it buys you.\n\n'
    "Time: O(1). Space: O(1).\nSource: RFC 1, section 1\n"
    '"""\n'
)
PAGE = "# Sums\n\n## First\n\n![](sum.png)\n\n#### Second\n\n/// sum\n"
FRONT = "---\ntitle: Sums\ndescription: {}\n---\n\n# Sums\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of a snippet and a page, on which the rules look."""
    snippets = tmp_path / "snippets" / "basics"
    snippets.mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "sums.md").write_text(PAGE)
    (snippets / "sum.py").write_text(HEAD + "print(1 + 1)\n")
    for module in (paths, test_rules, test_pages):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    for module in (paths, test_rules, test_exercises, test_outputs, outputs):
        monkeypatch.setattr(module, "SNIPPETS", snippets.parent)
    return tmp_path


def said(rule: Callable[..., None], *arguments: object) -> str:
    """The sentence of the rule, as it is printed."""
    with pytest.raises((AssertionError, RuntimeError)) as broken:
        rule(*arguments)
    return sentence(broken.value)


def built(html: str, page: str = "sums/index.html") -> dict[str, BeautifulSoup]:
    text = f"<article>{html}</article>"
    return {page: BeautifulSoup(text, "html.parser")}


@pytest.mark.usefixtures("tree")
def test_a_snippet_without_a_test() -> None:
    assert said(
        test_rules.test_every_python_snippet_has_a_test, "basics/sum.py"
    ).startswith(
        "snippets/basics/sum.py has no test: write "
        "tests/snippets/basics/test_sum.py "
    )


@pytest.mark.usefixtures("tree")
def test_a_snippet_that_no_page_shows() -> None:
    assert said(
        test_rules.test_every_snippet_is_shown_whole_by_a_page, built("")
    ) == (
        "no page shows ['basics/sum.py']: add `/// run | …` and `///` to the "
        "page that teaches it, or delete the snippet"
    )


@pytest.mark.usefixtures("tree")
def test_a_snippet_without_a_recorded_output() -> None:
    assert said(test_outputs.test_prints_what_is_recorded, "basics/sum.py") == (
        "snippets/basics/sum.py has no recorded output: run `make outputs`"
    )


def test_a_snippet_that_prints_something_else(tree: Path) -> None:
    (tree / "snippets" / "basics" / "sum.out").write_text("3\n")
    assert said(test_outputs.test_prints_what_is_recorded, "basics/sum.py") == (
        "snippets/basics/sum.py prints something else than sum.out: if that "
        "is meant, run `make outputs` and read the difference; if each run "
        "differs, take what differs as a parameter"
    )


def test_a_snippet_that_fails_shows_its_own_lines_alone(tree: Path) -> None:
    (tree / "snippets" / "basics" / "sum.py").write_text("1 / 0\n")
    text = said(test_outputs.test_prints_what_is_recorded, "basics/sum.py")
    first, *_, last = text.splitlines()
    assert first == (
        "snippets/basics/sum.py fails, or writes to stderr; repair it:"
    )
    assert last == "ZeroDivisionError: division by zero"
    assert text.count("  File ") == 1


def test_a_snippet_to_record_alone(tree: Path) -> None:
    folder = tree / "snippets" / "basics"
    (folder / "other.py").write_text("print(3)\n")
    outputs.record(outputs.chosen(["snippets/basics/sum.py"]))
    assert (folder / "sum.out").read_text() == "2\n"
    assert not (folder / "other.out").exists()
    with pytest.raises(ValueError, match=r"did you mean basics/sum\.py"):
        outputs.chosen(["basics/sun.py"])


@pytest.mark.parametrize("path", ["basics/total", "basics/exercises/total"])
def test_an_exercise_to_record(tree: Path, path: str) -> None:
    (tree / "snippets" / "basics" / "exercises" / "total").mkdir(parents=True)
    with pytest.raises(ValueError, match="is an exercise, which prints"):
        outputs.chosen([path])


def test_an_exercise_whose_markers_do_not_match(tree: Path) -> None:
    folder = tree / "snippets" / "basics" / "exercises" / "sum"
    folder.mkdir(parents=True)
    (folder / "solution.py").write_text("# BEGIN SOLUTION\nprint(2)\n")
    (folder / "check.py").write_text("")
    with pytest.raises(ValueError, match="missing") as broken:
        test_exercises.test_each_assertion_teaches("basics/sum")
    assert sentence(broken.value) == (
        "snippets/basics/exercises/sum/solution.py, line 2: `# END SOLUTION` "
        "is missing: write `# BEGIN SOLUTION`, the solution's lines, maybe "
        "`# STARTER` and the starter's as comments, `# END SOLUTION`."
    )
    with pytest.raises(ValueError, match="literal") as other:
        int("no sentence of ours")
    assert not sentence(other.value)


def test_a_lab_without_a_recorded_table(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_tables, "SNIPPETS", tree / "snippets")
    rule = test_tables.test_each_end_of_each_knob_gives_a_table_of_the_same_kind
    assert said(rule, "basics/sum.py") == (
        "snippets/basics/sum.py has no recorded table: run `make outputs`"
    )


def test_a_snippet_of_61_lines(tree: Path) -> None:
    (tree / "snippets" / "basics" / "sum.py").write_text("print(1)\n" * 61)
    assert said(test_rules.test_snippet_fits_on_a_screen, "basics/sum.py") == (
        "snippets/basics/sum.py, line 61: it has 61 lines, 60 are the limit: "
        "leave out what the idea does not need, or split it"
    )


@pytest.mark.parametrize("missing", ["Sum: ", "Time: ", "Space: ", "Source: "])
def test_a_docstring_without_a_part_of_its_head(
    missing: str, tree: Path
) -> None:
    file = tree / "snippets" / "basics" / "sum.py"
    file.write_text(HEAD.replace(missing, ""))
    assert said(
        test_rules.test_snippet_starts_with_term_cost_and_source,
        "basics/sum.py",
    ) == (
        "snippets/basics/sum.py, line 1: start its docstring with `Term: what "
        "it buys you.`, an empty line, then `Time:`, `Space:` and `Source:`"
    )


def test_a_query_without_a_source(tree: Path) -> None:
    file = tree / "snippets" / "basics" / "sum.sql"
    file.write_text("-- Sum: what it buys you.\n\nSELECT 1 + 1;\n")
    assert said(
        test_rules.test_sql_and_session_start_with_term_and_source,
        "basics/sum.sql",
    ).startswith(
        "snippets/basics/sum.sql, line 1: start with `-- Term: what it buys "
        "you.`, a line `--`, then a line with `-- Source:` "
    )


def test_a_snippet_that_imports_another(tree: Path) -> None:
    file = tree / "snippets" / "basics" / "sum.py"
    file.write_text("from snippets.basics.other import add\n")
    (tree / "pyproject.toml").write_text(
        '[dependency-groups]\nsnippets = ["annotated-types"]\n'
    )
    assert said(test_rules.test_snippet_stands_alone, "basics/sum.py") == (
        "snippets/basics/sum.py imports ['snippets']: use the standard library "
        "or one of ['annotated_types'], and no other snippet"
    )


@pytest.mark.parametrize("call", ["Random()", "random.Random()"])
def test_chance_without_a_seed(call: str, tree: Path) -> None:
    file = tree / "snippets" / "basics" / "sum.py"
    file.write_text(f"from random import Random\n\nrng = {call}\n")
    assert said(test_rules.test_chance_has_a_seed, "basics/sum.py") == (
        "snippets/basics/sum.py, line 3: `Random()` differs from run to run: "
        "give it a seed, as in `Random(1)`"
    )


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "import socket\n",
            "1:8: TID251 `socket` is banned: a snippet has no network: take "
            "bytes as data, or write a session.",
        ),
        (
            "import urllib.request as http\n\nhttp.urlopen('x')\n",
            "3:1: TID251 `urllib.request.urlopen` is banned: a snippet has no "
            "network: take bytes as data, or write a session.",
        ),
        (
            "import time\n\nnow = time.monotonic()\n",
            "3:7: TID251 `time.monotonic` is banned: a snippet reads no clock: "
            "take the time as a parameter.",
        ),
        (
            "from datetime import datetime\n\nnow = datetime.now()\n",
            "3:7: TID251 `datetime.datetime.now` is banned: a snippet reads no "
            "clock: take the time as a parameter.",
        ),
        (
            "import random\n\none = random.choice([1, 2])\n",
            "3:7: TID251 `random.choice` is banned: chance without a seed: "
            "take `rng: Random`, and give it `Random(1)` in the demo.",
        ),
        (
            "import threading\n",
            "1:8: TID251 `threading` is banned: the browser has no threads and "
            "processes: use asyncio, or step through a schedule.",
        ),
    ],
)
def test_clock_network_and_chance(code: str, message: str) -> None:
    found = ruff(code, "snippets/basics/sum.py")
    assert found == f"snippets/basics/sum.py:{message}"
    assert not ruff(code, "tests/sum.py"), "a test may"


def ruff(code: str, file: str) -> str:
    """What ruff says of names that are banned there."""
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet"),
            *("--output-format", "concise", "--stdin-filename", file, "-"),
        ],
        cwd=ROOT,
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not ended.stderr
    banned = [line for line in ended.stdout.splitlines() if "TID251" in line]
    return "\n".join(banned)


def test_a_word_that_is_spelled_wrong(tmp_path: Path) -> None:
    file = tmp_path / "sums.md"
    file.write_text("# Sums\n\nIt is t" + "eh sum.\n")
    ended = subprocess.run(
        [sys.executable, "-m", "codespell_lib", file],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout == f"{file}:3: t" + "eh ==> the\n"


@pytest.mark.usefixtures("tree")
def test_a_heading_of_a_wrong_level() -> None:
    pages = built("<h1>Sums</h1><h2>First</h2><h4>Second</h4>")
    assert said(
        test_pages.test_headings_form_an_outline, "sums/index.html", pages
    ) == (
        "docs/sums.md, line 7: “Second” is of level 4, but stands below "
        "“First” of level 2: write `### Second`"
    )


def test_a_second_title(tree: Path) -> None:
    (tree / "docs" / "sums.md").write_text("# Sums\n\n# More\n")
    pages = built("<h1>Sums</h1><h1>More</h1>")
    assert (
        said(test_pages.test_headings_form_an_outline, "sums/index.html", pages)
        == "docs/sums.md, line 3: a page has one `# Title`: write `## More`"
    )


def test_a_term_out_of_order_or_defined_twice(tree: Path) -> None:
    (tree / "docs" / "review").mkdir()
    glossary = tree / "docs" / "review" / "glossary.md"
    glossary.write_text("# Glossary\n\nLFU\n:   A.\n\nFIFO, *first*\n:   B.\n")

    def terms(*names: str) -> list[Term]:
        heads = "".join(
            f"<dt id='{n}'>{n}</dt><dd>A. <a href='.'>A</a></dd>" for n in names
        )
        return Term.all(BeautifulSoup(f"<dl>{heads}</dl>", "html.parser"))

    rule = test_glossary.test_each_term_is_defined_once_and_in_order
    assert said(rule, terms("LFU", "FIFO")) == (
        "docs/review/glossary.md, line 6: FIFO stands behind LFU: put it into "
        "the order of the alphabet, in which capitals do not count"
    )
    assert said(rule, terms("LFU", "LFU")) == (
        "docs/review/glossary.md defines ['lfu'] twice: keep one of each"
    )


def test_html_that_is_not_valid(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tree / "site" / "sums" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<!doctype html><html lang="en"><title>Sums</title><ul><p>1</p></ul>'
    )
    monkeypatch.setattr(test_html, "SITE", tree / "site")
    (tree / "docs" / "sums.md").write_text("# Sums\n\n<ul><p>1</p></ul>\n")
    assert said(test_html.test_every_page_is_valid_html) == (
        "docs/sums.md, line 3: Element 'p' not allowed as child of element "
        "'ul' in this context: correct the tags in `title><ul><p>1</p><`."
    )


@pytest.mark.usefixtures("tree")
def test_an_image_without_a_text() -> None:
    pages = built('<img src="../sum.png" alt="">')
    assert said(
        test_pages.test_every_image_has_an_alternative_text,
        "sums/index.html",
        pages,
    ) == (
        "docs/sums.md, line 5: ../sum.png has no alternative text: say in "
        "`![…]` what it shows"
    )


@pytest.mark.usefixtures("tree")
def test_a_block_that_was_not_read() -> None:
    assert said(
        test_pages.test_nothing_is_left_unrendered,
        "sums/index.html",
        built("<p>/// sum</p>"),
    ) == (
        "docs/sums.md, line 9: the page shows a raw '///': put an empty line "
        "before the block, or the sign into backticks"
    )


@pytest.mark.usefixtures("tree")
def test_a_page_outside_the_navigation() -> None:
    assert said(
        test_rules.test_every_page_of_the_docs_is_in_the_navigation,
        built("", "index.html"),
    ) == (
        "docs/sums.md is not in the navigation: add it to `nav` in mkdocs.yml"
    )


def test_a_description_that_is_too_long(tree: Path) -> None:
    (tree / "docs" / "sums.md").write_text(FRONT.format("x" * 161))
    pages = built(f'<meta name="description" content="{"x" * 161}">')
    rule = test_rules.test_every_page_has_a_title_and_a_description_of_its_own
    assert said(rule, pages) == (
        "docs/sums.md, line 3: its description has 161 characters, 160 are "
        "the limit: say less"
    )


@pytest.mark.parametrize(
    ("text", "link", "line"),
    [
        ("# Sums\n\nSee [more](more.md#none).\n", "more.md#none", 3),
        ("# Sums\n\n[more]: more.md#none\n", "more.md#none", 3),
        ("/// quiz | What?\n    id: what\n    section: none\n", "#none", 3),
    ],
)
def test_a_link_to_nowhere(
    text: str,
    link: str,
    line: int,
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(links, "DOCS", tree / "docs")
    (tree / "docs" / "sums.md").write_text(text)
    problem = f"Doc file 'sums.md' contains a link '{link}', but so."
    record = logging.makeLogRecord({"msg": problem})
    assert links.complete(record)
    assert record.getMessage() == (
        f"{problem} It is in line {line}. {links.REMEDY}"
    )


def test_mkdocs_says_it_in_the_words_that_are_completed(
    tmp_path: Path,
) -> None:
    (tmp_path / "docs").mkdir()
    for name, text in {
        "index.md": "# Home\n\n[a](sums.md#none), [b](#none), [c](none.md)\n",
        "sums.md": "# Sums\n",
    }.items():
        (tmp_path / "docs" / name).write_text(text)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Test\nhooks: ['{ROOT / 'hooks' / 'links.py'}']\n"
        "validation: {anchors: warn}\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        env={"COLUMNS": "500", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert done.stderr.count(links.REMEDY) == 3
    assert "Traceback" not in done.stderr


def test_rules_are_marked_as_such() -> None:
    for module in (test_rules, test_pages, test_exercises, test_outputs):
        assert module.pytestmark.name == "rule", module


def test_an_assertion_that_says_nothing_keeps_its_traceback() -> None:
    said_nothing = AssertionError("assert 1 == 2")
    assert not sentence(said_nothing)
    assert not sentence(KeyError("sum"))
    assert sentence(AssertionError("Say so.\nassert 1 == 2")) == "Say so."
