"""Stages of a mock interview: what a page shows, and what stops the build."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from blocks import BlockError

STAGE = """\
/// stage | Estimates & *sums*
    id: estimates

Say how much:

- mid day
- peak

```text
- mid: fenced
```

- mid: Gives *one* number,
    without its unit.
- senior: Gives units & a peak.
- staff: Says which number
    decides.

> 150 million a month are
> [58 per second](#sums).
>
> - mid: no level here

///
"""


def convert(text: str) -> BeautifulSoup:
    markdown = Markdown(extensions=["blocks", "pymdownx.superfences"])
    return BeautifulSoup(markdown.convert(text), "html.parser")


def test_is_collapsed_and_holds_a_second_part_to_compare_with() -> None:
    stage = convert(STAGE).select_one("details.question#stage-estimates")
    assert stage
    assert stage["data-stage"] == "estimates"
    assert not stage.has_attr("open")
    assert stage.summary
    assert stage.summary.decode_contents() == (
        "1. Estimates &amp; <em>sums</em>"
    )
    prompt = stage.select_one(":scope > .stage-prompt")
    assert prompt
    assert [item.text for item in prompt.select("li")] == ["mid day", "peak"]
    assert prompt.code
    assert prompt.code.text == "- mid: fenced\n"
    compare = stage.select_one(":scope > details.stage-compare")
    assert compare
    assert not compare.has_attr("open")
    assert [name.text for name in compare.select("dt")] == [
        *("Mid", "Senior", "Staff"),
    ]
    assert {
        str(said["data-stage-level"]): said.text
        for said in compare.select("dd")
    } == {
        "mid": "Gives one number, without its unit.",
        "senior": "Gives units & a peak.",
        "staff": "Says which number decides.",
    }
    assert compare.dd
    assert compare.dd.em
    good = compare.select_one(".stage-good")
    assert good
    assert good.p
    assert good.p.text == "What a good answer holds"
    assert good.a
    assert good.a.text == "58 per second"
    assert [item.text for item in good.select("li")] == ["mid: no level here"]


def test_stages_of_a_page_count_up() -> None:
    other = STAGE.replace("id: estimates", "id: failure")
    titles = convert(f"{STAGE}\n{other}").select("details.stage > summary")
    assert [title.text[:2] for title in titles] == ["1.", "2."]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            " | Estimates & *sums*",
            "",
            "`/// stage | …` misses its title: write it after the bar, as in "
            "`/// stage | Requirements`.",
        ),
        (
            "id: estimates",
            "id: The Sums",
            "a stage needs an `id` of lower-case words, not 'The Sums': add "
            "an indented line such as `id: capacity`, which never changes "
            "afterwards.",
        ),
        (
            "- senior: Gives units & a peak.\n",
            "",
            "a stage misses the level `senior`: add a line such as "
            "`- senior: what an answer of that level contains`.",
        ),
        (
            "Gives units & a peak.",
            "",
            "a stage misses the level `senior`: add a line such as "
            "`- senior: what an answer of that level contains`.",
        ),
        (
            "- senior:",
            "- junior:",
            "there is no level `junior`: use each of mid, senior, staff once.",
        ),
        (
            "- senior:",
            "- mid:",
            "the level `mid` comes twice: describe each of mid, senior, staff "
            "once.",
        ),
        (
            STAGE[STAGE.index("Say how") : STAGE.index("- mid: Gives")],
            "",
            "a stage has no prompt: write what the interviewer says, before "
            "the levels.",
        ),
        (
            STAGE[STAGE.index("> 150") : STAGE.index("///\n", 9)],
            "",
            "a stage does not say what a good answer holds: add it below the "
            "levels, each line started by `>`.",
        ),
        (
            "    without its unit.",
            "without its unit.",
            "'without its unit.' belongs to no level: indent it, or start it "
            "by `>` if it says what a good answer holds.",
        ),
        (
            "level here\n",
            "level here\n\nAfter all.\n",
            "'After all.' belongs to no level: indent it, or start it by `>` "
            "if it says what a good answer holds.",
        ),
    ],
)
def test_a_bad_stage_stops_with_line_and_remedy(
    old: str, new: str, message: str
) -> None:
    assert old in STAGE
    with pytest.raises(BlockError) as stopped:
        convert("# Title\n\n" + STAGE.replace(old, new, 1))
    assert str(stopped.value) == f"line 3: {message}"


def test_an_id_that_comes_twice_stops() -> None:
    with pytest.raises(BlockError) as stopped:
        convert(f"{STAGE}\n{STAGE}")
    assert str(stopped.value) == (
        "line 26: two blocks `stage` of this page have the id `estimates`: "
        "rename the newer one."
    )
