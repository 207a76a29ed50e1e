"""Blocks: what a page shows, and what stops the build with which sentence."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from blocks import BlockError
from tests.paths import ROOT, SNIPPETS

CODE = '''\
"""A greeting."""


class Greeter:
    @staticmethod
    def greet(name: str) -> str:
        return f"Hello, <{name}> & all!"


if __name__ == "__main__":
    print(Greeter.greet("ada"))
'''


SOLUTION = """\
def total(prices: list[int]) -> int:
    # BEGIN SOLUTION
    return sum(prices)
    # STARTER
    # # <Here> it is yours.
    # raise NotImplementedError("add & return")
    # END SOLUTION


# BEGIN SOLUTION
LIMIT = 7
# END SOLUTION
"""
STARTER = """\
def total(prices: list[int]) -> int:
    # <Here> it is yours.
    raise NotImplementedError("add & return")


"""
SHOWN = """\
def total(prices: list[int]) -> int:
    return sum(prices)


LIMIT = 7
"""
CHECK = "def test_nothing() -> None:\n    assert 1 < 2, 'numbers'\n"
BEGIN, END = "# BEGIN SOLUTION\n", "# END SOLUTION\n"
EXERCISES = {
    "sum": {"solution.py": SOLUTION, "check.py": CHECK},
    "unchecked": {"solution.py": SOLUTION},
    **{
        name: {"solution.py": text, "check.py": CHECK}
        for name, text in {
            "plain": "x = 1\n",
            "open": f"{BEGIN}x = 1\n",
            "ended": f"x = 1\n{END}",
            "twice": f"{BEGIN}x = 1\n{BEGIN}{END}",
            "bare": f"{BEGIN}x = 1\n# STARTER\nx = 2\n{END}",
        }.items()
    },
}
MARKERS = (
    "write `# BEGIN SOLUTION`, the solution's lines, maybe `# STARTER` and "
    "the starter's as comments, `# END SOLUTION`."
)


@pytest.fixture
def snippets(tmp_path: Path) -> Path:
    folder = tmp_path / "snippets" / "basics"
    folder.mkdir(parents=True)
    (folder / "greeter.py").write_text(CODE)
    (folder / "greeter.out").write_text("Hello, <ada> & all!\n")
    (folder / "silent.py").write_text("pass\n")
    (folder / "broken.py").write_text("\ndef total(:\n")
    for name, files in EXERCISES.items():
        exercise = folder / "exercises" / name
        exercise.mkdir(parents=True)
        for file, text in files.items():
            (exercise / file).write_text(text)
    (folder / "users.sql").write_text("SELECT 'ada' AS customer;\n")
    (folder / "users.out").write_text(
        " customer\n----------\n ada\n(1 row)\n\n"
    )
    return folder.parent


def convert(text: str, snippets: Path) -> BeautifulSoup:
    markdown = Markdown(
        extensions=["blocks", "pymdownx.superfences", "admonition"],
        extension_configs={
            "blocks": {"snippets": snippets, "source": "https://code.test/"}
        },
    )
    return BeautifulSoup(markdown.convert(text), "html.parser")


def test_shows_code_output_path_and_link(snippets: Path) -> None:
    page = convert("/// run | basics/greeter.py\n///\n", snippets)
    block = page.select_one("[data-run='basics/greeter.py']")
    assert block
    code = block.select_one("[data-run-code] code")
    output = block.select_one("[data-run-output]")
    link = block.select_one("a")
    assert code
    assert code.text == CODE
    assert output
    assert output.text == "Hello, <ada> & all!\n"
    assert link
    assert link["href"] == "https://code.test/basics/greeter.py"
    assert link.text == "basics/greeter.py"


def test_shows_sql_in_its_own_colours(snippets: Path) -> None:
    page = convert("/// run | basics/users.sql\n///\n", snippets)
    block = page.select_one("[data-run='basics/users.sql']")
    assert block
    code = block.select_one("[data-run-code] code")
    output = block.select_one("[data-run-output]")
    assert code
    assert code.text == "SELECT 'ada' AS customer;\n"
    assert [word.text for word in code.select(".k")] == ["SELECT", "AS"]
    assert output
    assert output.text == " customer\n----------\n ada\n(1 row)\n\n"


def test_shows_one_definition_with_its_decorators_and_without_a_run(
    snippets: Path,
) -> None:
    page = convert("/// run | basics/greeter.py:Greeter.greet\n///\n", snippets)
    code = page.select_one("[data-run-code] code")
    assert code
    assert code.text == (
        "@staticmethod\n"
        "def greet(name: str) -> str:\n"
        '    return f"Hello, <{name}> & all!"\n'
    )
    assert not page.select("[data-run], [data-run-output]")


def test_works_inside_an_admonition_and_beside_fenced_code(
    snippets: Path,
) -> None:
    page = convert(
        "```\n/// nonsense | shown.py\n///\n```\n\n"
        '!!! note "Inside"\n\n    /// run | basics/greeter.py\n    ///\n\n'
        "After.\n",
        snippets,
    )
    assert page.select_one(".admonition [data-run='basics/greeter.py']")
    assert page.find_all("p")[-1].text == "After."


def test_an_exercise_shows_task_hints_starter_tests_and_solution(
    snippets: Path,
) -> None:
    page = convert(
        "/// exercise | basics/sum\n\nAdd *all* prices:\n\n- each\n\nNow.\n\n"
        "1. Use `sum`.\n2. Really:\n\n    ```\n    sum\n    ```\n\n///\n",
        snippets,
    )
    block = page.select_one("[data-exercise='basics/sum']")
    assert block
    assert block["aria-label"] == "Exercise basics/sum"
    assert re.fullmatch(r"[0-9a-f]{8}", str(block["data-hash"]))
    task = block.select_one(".exercise-task")
    assert task
    assert task.text.split() == "Add all prices: each Now.".split()
    assert task.em
    assert [summary.text for summary in block.select("summary")] == [
        *("Hint 1", "Hint 2", "The tests", "A solution"),
    ]
    hints = [hint.text.split()[2:] for hint in block.select("details")][:2]
    assert hints == [["Use", "sum."], ["Really:", "sum"]]
    assert [
        [code.text for code in block.select(f"[data-{part}] code")]
        for part in ("run-code", "exercise-check", "exercise-solution")
    ] == [[STARTER], [CHECK], [SHOWN]]
    assert block.a
    assert block.a["href"] == "https://code.test/basics/exercises/sum"


@pytest.mark.parametrize("file", ["solution.py", "check.py"])
def test_the_hash_of_an_exercise_changes_with_each_of_its_files(
    snippets: Path, file: str
) -> None:
    def hash_now() -> object:
        text = "/// exercise | basics/sum\n\nAdd.\n\n1. Use.\n\n///\n"
        page = convert(text, snippets)
        assert page.div
        return page.div["data-hash"]

    before = hash_now()
    assert hash_now() == before
    with (snippets / "basics" / "exercises" / "sum" / file).open("a") as text:
        text.write("# more\n")
    assert hash_now() != before


@pytest.mark.parametrize(
    ("name", "line", "what"),
    [
        ("plain", 1, "nothing is left to the reader"),
        ("open", 2, "`# END SOLUTION` is missing"),
        ("ended", 2, "`# END SOLUTION` is out of place"),
        ("twice", 3, "`# BEGIN SOLUTION` is out of place"),
        ("bare", 4, "this is no comment"),
    ],
)
def test_markers_that_do_not_match_stop_with_their_line(
    name: str, line: int, what: str, snippets: Path
) -> None:
    with pytest.raises(BlockError) as stopped:
        convert(f"\n/// exercise | basics/{name}\n\nAdd.\n\n///\n", snippets)
    assert str(stopped.value) == (
        f"line 2: snippets/basics/exercises/{name}/solution.py, line {line}: "
        f"{what}: {MARKERS}"
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "/// exercise\n///",
            1,
            "`/// exercise | …` misses its name: name one, as in "
            "`/// exercise | caching/lru_links`.",
        ),
        (
            "Text.\n\n/// exercise | basics/sun\n\nAdd.\n\n///",
            3,
            "There is no exercise snippets/basics/exercises/sun: did you mean "
            "basics/sum?",
        ),
        (
            "/// exercise | basics/unchecked\n\nAdd.\n\n///",
            1,
            "snippets/basics/exercises/unchecked has no check.py: write it, as "
            "an exercise needs solution.py and check.py.",
        ),
        (
            "/// exercise | basics/sum\n\n1. A hint.\n\n///",
            1,
            "`exercise` has no task: say in its text what is to be written, "
            "before the hints.",
        ),
        (
            "/// exercise | basics/sum\n\nAdd:\n\n- each\n\n1. A hint.\n\n///",
            1,
            "`exercise` has no hints: end its text with a numbered list; "
            "after a bulleted one a sentence must stand between both.",
        ),
        (
            "/// run | basics/greter.py\n///",
            1,
            "There is no snippet snippets/basics/greter.py: did you mean "
            "basics/greeter.py?",
        ),
        (
            "/// run | unlike/anything\n///",
            1,
            "There is no snippet snippets/unlike/anything: create it, or "
            "correct the path.",
        ),
        (
            "Text.\n\n/// run | basics/greeter.py:Greeter.leave\n///",
            3,
            "basics/greeter.py does not define `Greeter.leave`: there it "
            "defines greet.",
        ),
        (
            "/// run | basics/broken.py:total\n///",
            1,
            "basics/broken.py, line 2: invalid syntax: correct that line.",
        ),
        (
            "/// run | basics/user.sql\n///",
            1,
            "There is no snippet snippets/basics/user.sql: did you mean "
            "basics/users.sql?",
        ),
        (
            "/// run | basics/users.sql:name\n///",
            1,
            "basics/users.sql has no definitions, as only Python has: show the "
            "whole file by `/// run | basics/users.sql`.",
        ),
        (
            "/// run | basics/silent.py\n///",
            1,
            "snippets/basics/silent.py has no recorded output: run "
            "`make outputs` and commit the .out file.",
        ),
        (
            "/// run | basics/greeter.py\n    colour: red\n\n///",
            1,
            "`run` has no option `colour`: use one of attrs, predict, or leave "
            "it out.",
        ),
        (
            "/// run | basics/greeter.py\n    colour red\n\n///",
            1,
            "the options of `/// run` can't be read: write each as "
            "`name: value`, indented by four spaces, below the header; a "
            "value with a colon stands between quotes.",
        ),
        (
            "/// run\n///",
            1,
            "`/// run | …` misses what it shows: name a snippet, as in "
            "`/// run | caching/lru_cache.py`.",
        ),
        (
            "# Title\n\n/// rum | basics/greeter.py\n///",
            3,
            "there is no block `rum`: use one of constants, drill, exercise, "
            "lab, misconception, quiz, run, session, stage.",
        ),
        (
            "```\n/// rum | a\n```\n\n- item\n\n    /// rum | a\n    ///",
            7,
            "there is no block `rum`: use one of constants, drill, exercise, "
            "lab, misconception, quiz, run, session, stage.",
        ),
        (
            "/// run | basics/greeter.py\n\nText after it.",
            1,
            "`/// run` is not closed: end it with a line of its own that "
            "holds `///`.",
        ),
        (
            "Text.\n\n/// session\n///",
            3,
            "`/// session | …` misses what it shows: name a session, as in "
            "`/// session | databases/write_skew.steps`.",
        ),
        (
            "/// session | basics/greeter.py\n\nText in it.\n\n///",
            1,
            "`session` takes no text: close it with `///` on the next line.",
        ),
        (
            "/// run | basics/greeter.py\n\nText in it.\n\n///",
            1,
            "`run` takes no text: close it with `///` on the next line.",
        ),
    ],
)
def test_bad_input_stops_with_line_and_remedy(
    text: str, line: int, message: str, snippets: Path
) -> None:
    with pytest.raises(BlockError) as stopped:
        convert(text, snippets)
    assert str(stopped.value) == f"line {line}: {message}"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("pass\n", "it defines no function `simulate`"),
        (
            "\ndef simulate(:\n",
            "its line 2 is no Python, invalid syntax: correct it",
        ),
        (
            "def simulate(size: int): ...\n",
            "its parameter `size` has no default: give it one, as in `= 100`",
        ),
        (
            "def simulate(size: int = 3): ...\n",
            "its parameter `size` has no range: annotate it as in "
            "`size: Annotated[int, Interval(ge=1, le=500)] = 100`",
        ),
        (
            "def simulate(size: Annotated[int, Interval(ge=1)] = 3): ...\n",
            "its parameter `size` needs a range that holds its default: write "
            "both ends as numbers, as in "
            "`size: Annotated[int, Interval(ge=1, le=500)] = 100`",
        ),
        (
            "def simulate(n: Annotated[int, Interval(ge=5, le=9)] = 3): ...\n",
            "its parameter `n` needs a range that holds its default: write "
            "both ends as numbers, as in "
            "`size: Annotated[int, Interval(ge=1, le=500)] = 100`",
        ),
        (
            "def simulate(policy: Literal['LRU'] = 'FIFO'): ...\n",
            "its parameter `policy` has a default that is none of ['LRU']: "
            "use one",
        ),
    ],
)
def test_a_bad_lab_stops_with_line_and_remedy(
    code: str, message: str, snippets: Path
) -> None:
    (snippets / "basics" / "size.py").write_text(code)
    (snippets / "basics" / "size.out").write_text("")
    with pytest.raises(BlockError) as stopped:
        convert("/// lab | basics/size.py\n    shows: A.\n///", snippets)
    assert str(stopped.value) == (
        f"line 1: snippets/basics/size.py is no lab: {message}."
    )


def test_a_lab_needs_a_text_and_what_is_recorded(snippets: Path) -> None:
    file = snippets / "basics" / "size.py"
    file.write_text("\ndef simulate(): ...\n")
    file.with_suffix(".out").write_text("")
    with pytest.raises(BlockError, match="add the option `shows`, a sentence"):
        convert("/// lab | basics/size.py\n///", snippets)
    with pytest.raises(BlockError, match="`from annotated_types import …`"):
        convert("/// lab | basics/size.py\n    shows: A.\n///", snippets)
    file.write_text(
        "\nfrom annotated_types import Unit\n\ndef simulate(): ...\n"
    )
    with pytest.raises(BlockError, match="no recorded table or picture: run"):
        convert("/// lab | basics/size.py\n    shows: A.\n///", snippets)


DATA = "review/constants.toml"
DRILL = f"/// drill | review/questions.toml\n    constants: {DATA}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "/// drill\n///",
            "`/// drill | …` misses what it asks: name a file of questions, as "
            "in `/// drill | review/questions.toml`.",
        ),
        (
            "/// drill | review/question.toml\n    constants: x\n///",
            "There is no data snippets/review/question.toml: did you mean "
            "review/questions.toml?",
        ),
        (
            "/// drill | review/questions.toml\n///",
            "a drill needs the option `constants`: name their file, as in "
            f"`constants: {DATA}`.",
        ),
        (
            f"{DRILL}\nText in it.\n\n///",
            "`drill` takes no text: close it with `///` on the next line.",
        ),
        (
            "/// constants\n///",
            "`/// constants | …` misses what it shows: name a file, as in "
            f"`/// constants | {DATA}`.",
        ),
        (
            f"/// constants | {DATA}\n    picture: Colours\n    shows: x\n///",
            "a picture needs the options `picture`, a group of the constants, "
            "and `shows`, a text that says the same.",
        ),
        (
            f"/// constants | {DATA}\n\nText in it.\n\n///",
            "`constants` takes no text: close it with `///` on the next line.",
        ),
    ],
)
def test_a_wrong_drill_stops_with_line_and_remedy(
    text: str, message: str
) -> None:
    with pytest.raises(BlockError) as stopped:
        convert(text, SNIPPETS)
    assert str(stopped.value) == f"line 1: {message}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            ' each"]',
            ' eac"]',
            "questions.toml: line 5: the question's line “A day” has eac, "
            "which is no amount, no constant, not drawn and no label above: "
            "did you mean each?",
        ),
        (
            '"5 requests"',
            '"5 parsecs"',
            "questions.toml: line 5: the question's `draw.each` has “5 "
            "parsecs”, but “parsecs” is no unit that is known here: amounts "
            "are of bytes, time or money, or count block, character, ",
        ),
        (
            '"Mean", "requests/s"',
            '"Mean", "sheep/s"',
            "questions.toml: line 5: the question's line “Mean” has the unit "
            "“sheep/s”, but “sheep” is no unit that is known here: ",
        ),
        (
            '"Mean", "requests/s"',
            '"Mean", "requests"',
            "questions.toml: line 5: the question's line “Mean” cannot be "
            "worked out, as it is a count per time, not in “requests”.",
        ),
        (
            'kind = "Requests per second"\ntext',
            "text",
            "questions.toml: line 5: the question has no kind: its text, ",
        ),
        (
            "has {users} a day",
            "has {user} a day",
            "questions.toml: line 5: the question has no user: its text, ",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_stops_the_page(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "review"
    copytree(SNIPPETS / "review", folder)
    file = folder / "questions.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BlockError) as stopped:
        convert(f"{DRILL}\n///", tmp_path)
    assert f"{tmp_path.name}/review/{said}" in str(stopped.value)


@pytest.mark.parametrize("block", ["constants | {}", f"{DRILL[4:]}"])
def test_a_constant_that_is_wrong_stops_the_page(
    tmp_path: Path, block: str
) -> None:
    copytree(SNIPPETS / "review", tmp_path / "review")
    file = tmp_path / DATA
    text = file.read_text("utf-8")
    line = text[: text.index("[photo]")].count("\n") + 1
    file.write_text(text.replace("\n[photo]", "\n[photo]\nnote = 1"), "utf-8")
    with pytest.raises(BlockError) as stopped:
        convert(f"/// {block.format(DATA)}\n///", tmp_path)
    assert f"{DATA}: line {line}: photo has ['note']" in str(stopped.value)


def test_constants_are_drawn_from_low_to_high_in_their_order() -> None:
    page = convert(
        f"/// constants | {DATA}\n    picture: Latency\n    shows: x\n///",
        SNIPPETS,
    )
    bars = [
        [float(x) for x in re.findall(r"[\d.]+", str(bar["d"]))]
        for bar in page.select(".constants-bar")
    ]
    dots = [float(str(dot["cx"])) for dot in page.select(".constants-dot")]
    assert len(bars) == len(dots) > 5
    assert dots == sorted(dots)
    for (low, _, high), dot in zip(bars, dots, strict=True):
        assert low <= dot <= high
    names = [text.text for text in page.select("svg text")]
    assert "10\N{NO-BREAK SPACE}ns" in names
    assert "1\N{NO-BREAK SPACE}s" in names


SCHEDULE = """\
Recorded on PostgreSQL 15.18

# Two want <one> seat
> CREATE TABLE seats (id integer);
  CREATE TABLE
A: UPDATE seats SET id = 1;
  UPDATE 1
B: UPDATE seats SET id = 2;
  waits
A: COMMIT;
  COMMIT
B: goes on
  UPDATE 0
"""


def session(snippets: Path, name: str, recorded: str) -> BeautifulSoup:
    file = snippets / "basics" / name
    file.write_text("any\n")
    if recorded:
        file.with_suffix(".out").write_text(recorded)
    return convert(f"/// session | basics/{name}\n///\n", snippets)


def test_a_schedule_has_a_column_per_client_in_the_order_of_time(
    snippets: Path,
) -> None:
    page = session(snippets, "seat.steps", SCHEDULE)
    block = page.select_one("[data-session='basics/seat.steps']")
    assert block
    assert [
        [cell.text for cell in row.select("th, td")]
        for row in block.select("tr")
    ] == [
        ["A", "B"],
        ["Two want <one> seat"],
        ["CREATE TABLE seats (id integer);\nCREATE TABLE"],
        ["UPDATE seats SET id = 1;\nUPDATE 1", ""],
        ["", "UPDATE seats SET id = 2;\nwaits"],
        ["COMMIT;\nCOMMIT", ""],
        ["", "goes on\nUPDATE 0"],
    ]
    assert [word.text for word in block.select("em")] == ["waits", "goes on"]
    label = block.select_one(".session-label")
    assert label
    assert label.text == "Recorded on PostgreSQL 15.18"
    assert not page.select("[data-run]")


def test_a_session_of_one_client_is_commands_with_answers(
    snippets: Path,
) -> None:
    (snippets / "basics" / "site.conf").write_text("events {}\n")
    (snippets / "basics" / "site.cfg").write_text("defaults\n")
    recorded = "Recorded on nginx 1.22.1\n\n# First\n$ curl -s\n  a\n\n   <b>\n"
    page = session(snippets, "site.sh", recorded)
    said = page.select_one("pre.session-dialogue")
    assert said
    assert said.text == "First\n$ curl -s\na\n\n <b>"
    codes = [code.text for code in page.select("code")]
    assert codes == ["events {}\n", "defaults\n"]
    assert [head.text for head in page.select(".run-head")] == [
        "basics/site.conf",
        "basics/site.cfg",
        "basics/site.sh",
    ]


@pytest.mark.parametrize(
    ("name", "recorded", "message"),
    [
        (
            "seat.steps",
            "",
            "snippets/basics/seat.steps is not recorded: run `make outputs` "
            "and commit the .out file.",
        ),
        (
            "seat.steps",
            "BEGIN\n",
            "snippets/basics/seat.out starts with `BEGIN`, not with "
            "`Recorded on …`: run `make outputs` and commit the .out file.",
        ),
        (
            "seat.redis",
            "Recorded on Redis 7.0.15\nOK\n",
            "snippets/basics/seat.out: `OK` is neither command nor answer: run "
            "`make outputs` and commit the .out file.",
        ),
        (
            "seat.sql",
            "BEGIN\n",
            "There is no snippet snippets/basics/seat.sql: create it, or "
            "correct the path.",
        ),
    ],
)
def test_a_bad_session_stops_with_line_and_remedy(
    name: str, recorded: str, message: str, snippets: Path
) -> None:
    with pytest.raises(BlockError) as stopped:
        session(snippets, name, recorded)
    assert str(stopped.value) == f"line 1: {message}"


def test_a_closing_line_without_a_block_stops(snippets: Path) -> None:
    with pytest.raises(BlockError, match="`///` belongs to no block"):
        convert("Text.\n\n///\n", snippets)


def test_mkdocs_names_page_and_line_of_the_file(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(
        "---\ntitle: Home\ndescription: None.\n---\n\n# Home\n\n"
        "/// run | no/such.py\n///\n"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Test\n"
        f"hooks: ['{ROOT / 'hooks' / 'blocks.py'}']\n"
        f"markdown_extensions: [blocks: {{snippets: '{SNIPPETS}'}}]\n"
    )
    built = subprocess.run(
        [
            *(sys.executable, "-m", "mkdocs", "build", "--strict"),
            *("--config-file", tmp_path / "mkdocs.yml"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode
    said = re.sub(r"\s+", " ", built.stderr)
    assert (
        "page 'index.md': line 8: There is no snippet "
        "snippets/no/such.py: create it, or correct the path."
    ) in said
    assert "Traceback" not in said
