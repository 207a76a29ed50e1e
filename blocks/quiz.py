"""The `quiz` block: a question, its options, and why each is right or wrong.

    /// quiz | A client sends the same PUT twice. What is true of the server?
        id: put-twice
        section: idempotent-methods

    - [ ] It holds two copies.
        > PUT names the resource, so the second one replaces the first.
    - [x] It is as after one PUT.
        > PUT is idempotent (RFC 9110 §9.2.2).

    ///

`section` is the anchor, on the same page, of what answers the question. Text
before the options belongs to the question. With the option `prints`, the
question shows that snippet and asks what it prints: the right option is then
compared with the recorded output.
"""

import hashlib
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.block import fences
from blocks.code import CodeBlock
from blocks.snippet import Snippet

# What begins a fence or a list.
BLOCK = re.compile(r"`{3}|~{3}|[-+*] |\d+\. ")
OPTION = re.compile(r"- \[([ xX])\] +(.*)")
PRINTS = "What it prints"
CODE = re.compile(r"`(.+)`[.,]?")


@dataclass(slots=True)
class Option:
    """One answer; the lines of its text and of its explanation."""

    right: bool
    text: list[str]
    why: list[str] = field(default_factory=list)


class Quiz(CodeBlock):
    """Shows a collapsed question whose options open to their explanations."""

    NAME = "quiz"
    MISSING = (
        "`/// quiz | …` misses its question: write it after the bar, as in "
        "`/// quiz | What does the second PUT change?`."
    )
    OPTIONS = {  # noqa: RUF012
        "id": ("", type_string),
        "section": ("", type_string),
        "prints": ("", type_string),
    }

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The block's element, empty until its end."""
        return ElementTree.SubElement(parent, "details")

    def on_markdown(self) -> str:
        """As it was written: Python-Markdown's lists need more blank lines."""
        return "raw"

    def on_end(self, block: ElementTree.Element) -> None:
        """Read the options and build the question."""
        content = block.text or ""
        block.text = None
        identifier = self._identifier()
        body, options = self._parse(content)
        digest = self._digest(body, options)
        block.set("class", "question quiz")
        block.set("id", f"quiz-{identifier}")
        block.set(ATTRIBUTES["quiz"], identifier)
        block.set(ATTRIBUTES["hash"], digest)
        ElementTree.SubElement(block, "summary").text = self.argument
        question = ElementTree.SubElement(block, "div", {"class": "quiz-body"})
        if self.options["prints"]:
            self._show_snippet(question, options)
        self.markdown(question, body)
        if sum(option.right for option in options) > 1:
            several = ElementTree.SubElement(question, "p")
            several.text = "Several answers are right."
        if not len(question):
            block.remove(question)
        for option in options:
            verdict = "right" if option.right else "wrong"
            shown = ElementTree.SubElement(
                block,
                "details",
                {"class": "quiz-option", ATTRIBUTES["option"]: verdict},
            )
            text = " ".join(option.text)
            ElementTree.SubElement(shown, "summary").text = text
            why = ElementTree.SubElement(shown, "div", {"class": "quiz-why"})
            label = ElementTree.SubElement(why, "p", {"class": "quiz-verdict"})
            label.text = f"{verdict.capitalize()}."
            self.markdown(why, option.why)
        section = ElementTree.SubElement(block, "p", {"class": "quiz-section"})
        link = ElementTree.SubElement(
            section, "a", {"href": f"#{self.options['section']}"}
        )
        link.text = "The section that answers it"

    def _digest(self, body: list[str], options: list[Option]) -> str:
        """A hash of what is asked: a better explanation asks nothing new."""
        asked = [self.argument, self.options["prints"], *body]
        for option in options:
            asked += ["right" if option.right else "wrong", *option.text]
        said = " ".join(" ".join(asked).split())
        return hashlib.sha256(said.encode()).hexdigest()[:8]

    def _identifier(self) -> str:
        identifier = self.identifier("put-twice")
        if not self.options["section"]:
            self.fail(
                "a quiz needs the `section` that answers it: add an indented "
                "line such as `section: idempotent-methods`, the anchor of a "
                "heading of this page."
            )
        return identifier

    def _parse(self, content: str) -> tuple[list[str], list[Option]]:
        """The question's further lines, and the options."""
        body: list[str] = []
        options: list[Option] = []
        for line, fenced in fences(content.splitlines()):
            if not fenced and (start := OPTION.match(line)):
                options.append(Option(start[1] != " ", [start[2]]))
            elif not options:
                body.append(line)
            else:
                self._continue(options[-1], line)
        if len(options) < 2:
            self.fail(
                "a quiz needs at least two options: write each as "
                "`- [ ] text`, the right ones as `- [x] text`."
            )
        for option in options:
            if not option.text[0].strip():
                self.fail("an option has no text: write `- [ ] text`.")
            if not "".join(option.why).strip():
                self.fail(
                    f"the option {option.text[0]!r} has no explanation: add "
                    "one below it, indented, as `    > Because …`.",
                    at=option.text[0],
                )
        if not any(option.right for option in options):
            self.fail("no option is right: mark at least one by `- [x]`.")
        return body, options

    def _continue(self, option: Option, line: str) -> None:
        """Add an indented line to the option, or to its explanation."""
        text = line.strip()
        if text.startswith(">"):
            option.why.append(re.sub(r"^\s*> ?", "", line))
        elif not text and option.why:
            option.why.append("")
        elif line.startswith(" ") and not "".join(option.why).strip():
            if BLOCK.match(text):
                self.fail(
                    f"{text!r} in an option: an option is one paragraph, so "
                    "put code or a list into the question or an explanation."
                )
            option.text.append(text)
        elif text:
            self.fail(
                f"{text!r} belongs to no option: indent it, or start it by "
                "`>` if it explains."
            )

    def _show_snippet(
        self, question: ElementTree.Element, options: list[Option]
    ) -> None:
        """Show the code, and compare the options with what it prints."""
        try:
            snippet = Snippet.read(
                self.config["snippets"], self.options["prints"]
            )
        except LookupError as error:
            self.fail(str(error.args[0]))
        if snippet.symbol or len(snippet.output.splitlines()) != 1:
            self.fail(
                f"{self.options['prints']} does not print one line, so no "
                "option can be compared with it: name a whole file that does."
            )
        for option in options:
            code = CODE.fullmatch(" ".join(option.text))
            if not code:
                self.fail(
                    f"the option {option.text[0]!r} is no output: write what "
                    f"{snippet.path} might print, between backticks."
                )
            if (code[1] == snippet.output.rstrip("\n")) != option.right:
                said = "differs from" if option.right else "is"
                self.fail(
                    f"the option {option.text[0]!r} is marked as "
                    f"{'right' if option.right else 'wrong'}, but {said} what "
                    f"{snippet.path} prints: mark the option that is "
                    f"`{snippet.output.rstrip()}`."
                )
        self.snippet(ElementTree.SubElement(question, "div"), snippet, PRINTS)
