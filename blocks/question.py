"""A question as its block wrote it, read again for other uses than the page."""

from dataclasses import dataclass
from typing import Self

from bs4 import Tag

from blocks.attributes import ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen, and why it is right or wrong, as HTML."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as HTML; `section` links to what answers it."""

    text: str
    body: str
    options: list[Option]
    section: str

    @classmethod
    def read(cls, quiz: Tag) -> Self:
        """The question of this element, which keeps only what is shown.

        Code in it can neither be run nor does it show its output: that is
        the answer.
        """
        for code in quiz.select(f"[{ATTRIBUTES['run']}]"):
            del code[ATTRIBUTES["run"]]
            for output in code.select("details"):
                output.decompose()
        return cls(
            text=_inside(quiz, "summary"),
            body=str(quiz.select_one(".quiz-body") or ""),
            options=[
                Option(_inside(option, "summary"), _inside(option, ".quiz-why"))
                for option in quiz.select(f"[{ATTRIBUTES['option']}]")
            ],
            section=_inside(quiz, ".quiz-section"),
        )


def _inside(element: Tag, selector: str) -> str:
    found = element.select_one(selector)
    assert found
    return found.decode_contents()
