"""Questions and tasks: what a page shows, and what stops the build."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from blocks import BlockError

QUIZ = """\
/// quiz | A client sends the same `PUT` twice. What is true?
    id: put-twice
    section: idempotent

Think of:

```http
- [ ] PUT /users/17
```

- [ ] It holds *two* copies,
    one per request.
    > PUT names the resource:
    >
    > - the second replaces the first.
- [x] It is as after one PUT.
    > RFC 9110 §9.2.2.

///
"""


@pytest.fixture
def snippets(tmp_path: Path) -> Path:
    folder = tmp_path / "snippets" / "basics"
    folder.mkdir(parents=True)
    (folder / "sum.py").write_text("print(1 + 1)\n")
    (folder / "sum.out").write_text("2\n")
    (folder / "two.py").write_text("print(1)\nprint(2)\n")
    (folder / "two.out").write_text("1\n2\n")
    return folder.parent


def convert(text: str, snippets: Path) -> BeautifulSoup:
    markdown = Markdown(
        extensions=["blocks", "pymdownx.superfences", "pymdownx.tasklist"],
        extension_configs={"blocks": {"snippets": snippets}},
    )
    return BeautifulSoup(markdown.convert(text), "html.parser")


def test_is_a_collapsed_question_whose_options_open(snippets: Path) -> None:
    page = convert(QUIZ, snippets)
    quiz = page.select_one("details.question#quiz-put-twice")
    assert quiz
    assert quiz["data-quiz"] == "put-twice"
    assert not quiz.has_attr("open")
    assert quiz.summary
    assert quiz.summary.decode_contents() == (
        "A client sends the same <code>PUT</code> twice. What is true?"
    )
    body = quiz.select_one(".quiz-body")
    assert body
    assert "Think of:" in body.text
    code = body.select_one("pre code")
    assert code
    assert code.text == "- [ ] PUT /users/17\n"
    wrong, right = quiz.select("details.quiz-option")
    assert wrong["data-quiz-option"] == "wrong"
    assert wrong.summary
    assert wrong.summary.text == "It holds two copies, one per request."
    assert wrong.select_one("summary em")
    assert [item.text for item in wrong.select(".quiz-why li")] == [
        "the second replaces the first."
    ]
    assert right["data-quiz-option"] == "right"
    assert [p.text for p in right.select(".quiz-why p")] == [
        "Right.",
        "RFC 9110 §9.2.2.",
    ]
    section = quiz.select_one(".quiz-section a")
    assert section
    assert section["href"] == "#idempotent"


def test_its_hash_follows_what_is_asked(snippets: Path) -> None:
    def digest(text: str) -> str:
        quiz = convert(text, snippets).select_one("[data-quiz]")
        assert quiz
        return str(quiz["data-hash"])

    assert digest(QUIZ) == digest(f"Text before.\n\n{QUIZ}")
    assert digest(QUIZ) == digest(QUIZ.replace("9110", "7231"))
    assert digest(QUIZ) == digest(
        QUIZ.replace("copies,\n    one", "copies, one")
    )
    for old, new in (
        ("twice", "once"),
        ("Think of", "Look at"),
        ("one PUT", "one POST"),
        ("- [ ] It", "- [x] It"),
    ):
        assert digest(QUIZ.replace(old, new)) != digest(QUIZ)


def test_a_question_about_an_output_shows_the_code_alone(
    snippets: Path,
) -> None:
    text = (
        "/// quiz | What is printed?\n    id: sum\n    section: a\n"
        "    prints: basics/sum.py\n\n"
        "- [ ] `11`\n    > No text is joined.\n- [x] `2`\n    > A sum.\n\n///\n"
    )
    block = convert(text, snippets).select_one("[data-run='basics/sum.py']")
    assert block
    code = block.select_one("[data-run-code] code")
    assert code
    assert code.text == "print(1 + 1)\n"
    assert block.select_one("details:not([open]) [data-run-output]")
    (snippets / "basics" / "sum.out").write_text("3\n")
    with pytest.raises(BlockError, match=r"marked as right, but differs from"):
        convert(text, snippets)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    id: put-twice\n",
            "",
            "a quiz needs an `id` of lower-case words, not '': add an "
            "indented line such as `id: put-twice`, which never changes "
            "afterwards.",
        ),
        (
            "    section: idempotent\n",
            "",
            "a quiz needs the `section` that answers it: add an indented line "
            "such as `section: idempotent-methods`, the anchor of a heading "
            "of this page.",
        ),
        (
            "[x]",
            "[ ]",
            "no option is right: mark at least one by `- [x]`.",
        ),
        (
            "- [x] It is as after one PUT.\n    > RFC 9110 §9.2.2.\n",
            "",
            "a quiz needs at least two options: write each as `- [ ] text`, "
            "the right ones as `- [x] text`.",
        ),
        (
            "    > RFC 9110 §9.2.2.\n",
            "    > RFC 9110 §9.2.2.\n\nAnd more.\n",
            "'And more.' belongs to no option: indent it, or start it by `>` "
            "if it explains.",
        ),
        (
            "copies,\n",
            "copies,\n    ```python\n",
            "'```python' in an option: an option is one paragraph, so put code "
            "or a list into the question or an explanation.",
        ),
        (
            "It is as after one PUT.",
            "",
            "an option has no text: write `- [ ] text`.",
        ),
        (
            "    section",
            "    prints: basics/two.py\n    section",
            "basics/two.py does not print one line, so no option can be "
            "compared with it: name a whole file that does.",
        ),
        (
            "id: put-twice",
            "id: 503",
            "an option of `quiz` has a value that is no text: put it between "
            "quotes.",
        ),
        (
            "    section",
            "    prints: basics/sum.py\n    section",
            "the option 'It holds *two* copies,' is no output: write what "
            "basics/sum.py might print, between backticks.",
        ),
        (
            "    section",
            "    prints: basics/summ.py\n    section",
            "There is no snippet snippets/basics/summ.py: did you mean "
            "basics/sum.py?",
        ),
    ],
)
def test_a_bad_question_stops_with_line_and_remedy(
    old: str, new: str, message: str, snippets: Path
) -> None:
    assert old in QUIZ
    with pytest.raises(BlockError) as stopped:
        convert("# Title\n\n" + QUIZ.replace(old, new), snippets)
    assert str(stopped.value) == f"line 3: {message}"


def test_an_option_without_an_explanation_stops_with_its_own_line(
    snippets: Path,
) -> None:
    text = QUIZ.replace("    > RFC 9110 §9.2.2.\n", "")
    with pytest.raises(BlockError) as stopped:
        convert(text, snippets)
    option = "- [x] It is as after one PUT."
    assert str(stopped.value) == (
        f"line {text.splitlines().index(option) + 1}: the option 'It is as "
        "after one PUT.' has no explanation: add one below it, indented, as "
        "`    > Because …`."
    )


def test_says_where_several_answers_are_right(snippets: Path) -> None:
    hint = "Several answers are right."
    assert hint not in convert(QUIZ, snippets).text
    assert hint in convert(QUIZ.replace("[ ] It", "[x] It"), snippets).text


def test_a_question_that_comes_twice_stops(snippets: Path) -> None:
    with pytest.raises(BlockError) as stopped:
        convert(f"{QUIZ}\n{QUIZ}", snippets)
    assert str(stopped.value) == (
        "line 21: two blocks `quiz` of this page have the id `put-twice`: "
        "rename the newer one."
    )


def test_a_prediction_is_asked_for_before_the_output(snippets: Path) -> None:
    page = convert(
        "/// run | basics/sum.py\n    predict: Which <sum>?\n\n///\n", snippets
    )
    details = page.select_one("details[data-run-predict]")
    assert details
    assert details.summary
    assert details.summary.text == "Which <sum>?"
    output = details.select_one("[data-run-output]")
    assert output
    assert output.text == "2\n"


def test_one_definition_has_nothing_to_predict(snippets: Path) -> None:
    (snippets / "basics" / "f.py").write_text("def f():\n    return 1\n")
    with pytest.raises(BlockError, match="prints nothing to predict"):
        convert(
            "/// run | basics/f.py:f\n    predict: What?\n\n///\n", snippets
        )


def test_each_task_has_a_hash_of_what_it_says(snippets: Path) -> None:
    page = convert("- [ ] Say *why*\n- [x] Say how\n- no task\n", snippets)
    first, second = page.select("li[data-task]")
    assert first["data-task"] != second["data-task"]
    other = convert(
        "- [ ] First\n- [ ] Say [why](#a)\n    - [ ] And\n", snippets
    )
    assert other.select(f"li[data-task='{first['data-task']}']")
