"""The answers of a module: taken from its pages, put after them."""

import re
from dataclasses import dataclass, field
from html import escape

from bs4 import BeautifulSoup, Tag

from blocks.attributes import ATTRIBUTES
from blocks.question import Question


@dataclass(slots=True)
class Answers:
    """Collects what explains a module's questions and solves its exercises."""

    part: str
    slug: str = ""
    _html: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        name = re.sub(r"\W+", "-", self.part).strip("-").lower()
        self.slug = f"{name}-answers"

    def __bool__(self) -> bool:
        return bool(self._html)

    @property
    def title(self) -> str:
        """The chapter's."""
        return f"{self.part}: answers"

    def take(self, page: Tag, slug: str, title: str) -> None:
        """Take the page's answers; each leaves a link, and has one back."""
        answers = [
            *(
                _question(quiz, number)
                for number, quiz in enumerate(
                    page.select(f"[{ATTRIBUTES['quiz']}]"), start=1
                )
            ),
            *(
                _exercise(exercise, slug)
                for exercise in page.select(f"[{ATTRIBUTES['exercise']}]")
            ),
        ]
        if answers:
            heading = f'<a href="#{slug}">{escape(title)}</a>'
            self._html += [f'<h2 id="{slug}--answers">{heading}</h2>', *answers]

    def body(self) -> Tag:
        """The chapter's content."""
        heading = f"<h1>{escape(self.title)}</h1>"
        return _parse("".join([heading, *self._html]))


def _question(quiz: Tag, number: int) -> str:
    """Leave the question with its options, and give the answer."""
    anchor = str(quiz["id"])
    question = Question.read(quiz)
    options = "".join(f"<li>{option.text}</li>" for option in question.options)
    reasons = "".join(
        f"<li><p>{option.text}</p>{option.why}</li>"
        for option in question.options
    )
    quiz.replace_with(
        _parse(
            f'<div class="quiz" id="{anchor}">'
            f'<p class="label">Question {number}</p>'
            f'<p class="asked">{question.text}</p>{question.body}'
            f'<ol type="A">{options}</ol>'
            f'<p class="there"><a href="#{anchor}-answer">Answer</a></p></div>'
        )
    )
    return (
        f'<div class="answer" id="{anchor}-answer">'
        f'<p class="label"><a href="#{anchor}">Question {number}</a></p>'
        f'<p class="asked">{question.text}</p>'
        f'<ol type="A">{reasons}</ol>'
        f'<p class="there">{question.section}</p></div>'
    )


def _exercise(exercise: Tag, slug: str) -> str:
    """Leave the task with its code, and give what helps and what solves it."""
    name = str(exercise[ATTRIBUTES["exercise"]])
    anchor = f"{slug}--exercise-{name.replace('/', '-')}"
    exercise["id"] = anchor
    solved = "".join(
        str(element.extract()) for element in exercise.select(".exercise-more")
    )
    exercise.append(
        _parse(
            f'<p class="there"><a href="#{anchor}-answer">'
            "Hints, tests and a solution</a></p>"
        )
    )
    return (
        f'<div class="answer" id="{anchor}-answer"><p class="label">'
        f'<a href="#{anchor}">Exercise {escape(name)}</a></p>{solved}</div>'
    )


def _parse(html: str) -> Tag:
    return BeautifulSoup(html, "html.parser")
