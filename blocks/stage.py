"""The `stage` block: a part of a mock interview, and how to judge an answer.

    /// stage | Requirements
        id: requirements

    Design a service that shortens links. What do you ask first?

    - mid: Lists features.
    - senior: Asks for the numbers that decide the design.
    - staff: Says what each answer would change.

    > What a good answer holds, with links to what teaches it.

    ///

A page's stages count up. What the interviewer says comes first, then one
descriptor per level, told apart by what an answer contains.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from pymdownx.blocks.block import type_string

from blocks.attributes import ATTRIBUTES
from blocks.block import GuideBlock, fences

LEVELS = ("mid", "senior", "staff")
LEVEL = re.compile(r"- ([a-z]+): +(.*)")


@dataclass(slots=True)
class Parts:
    """A stage's lines: what is said, what tells a level, what is good."""

    prompt: list[str] = field(default_factory=list)
    levels: dict[str, list[str]] = field(default_factory=dict)
    good: list[str] = field(default_factory=list)


class Stage(GuideBlock):
    """Shows what the interviewer says, and collapsed how to judge an answer."""

    NAME = "stage"
    ARGUMENT = True
    MISSING = (
        "`/// stage | …` misses its title: write it after the bar, as in "
        "`/// stage | Requirements`."
    )
    OPTIONS = {"id": ("", type_string)}  # noqa: RUF012

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """The block's element, empty until its end."""
        return ElementTree.SubElement(parent, "details")

    def on_markdown(self) -> str:
        """As it was written: its list is no list of the page."""
        return "raw"

    def on_end(self, block: ElementTree.Element) -> None:
        """Read the parts and build the stage."""
        content = block.text or ""
        block.text = None
        identifier = self.identifier("capacity")
        parts = self._parse(content)
        number = len(self.tracker["ids"])
        block.set("class", "question stage")
        block.set("id", f"stage-{identifier}")
        block.set(ATTRIBUTES["stage"], identifier)
        title = ElementTree.SubElement(block, "summary")
        title.text = f"{number}. {self.argument}"
        prompt = ElementTree.SubElement(block, "div", {"class": "stage-prompt"})
        self.markdown(prompt, parts.prompt)
        compare = ElementTree.SubElement(
            block, "details", {"class": "stage-compare"}
        )
        label = ElementTree.SubElement(compare, "summary")
        label.text = "Compare with your answer"
        levels = ElementTree.SubElement(compare, "dl")
        for level in LEVELS:
            name = ElementTree.SubElement(levels, "dt")
            name.text = level.capitalize()
            attributes = {ATTRIBUTES["level"]: level}
            said = ElementTree.SubElement(levels, "dd", attributes)
            said.text = " ".join(parts.levels[level])
        good = ElementTree.SubElement(compare, "div", {"class": "stage-good"})
        label = ElementTree.SubElement(good, "p", {"class": "stage-label"})
        label.text = "What a good answer holds"
        self.markdown(good, parts.good)

    def _parse(self, content: str) -> Parts:
        parts = Parts()
        level = ""
        for line, fenced in fences(content.splitlines()):
            start = None if fenced else LEVEL.match(line)
            if start and (start[1] in LEVELS or level):
                level = self._begin(parts, start[1], start[2])
            elif not level:
                parts.prompt.append(line)
            elif line.startswith(">") or (parts.good and not line.strip()):
                parts.good.append(re.sub(r"^> ?", "", line))
            elif line.startswith(" ") and line.strip() and not parts.good:
                parts.levels[level].append(line.strip())
            elif line.strip():
                self.fail(
                    f"{line.strip()!r} belongs to no level: indent it, or "
                    "start it by `>` if it says what a good answer holds."
                )
        self._check(parts)
        return parts

    def _begin(self, parts: Parts, level: str, text: str) -> str:
        if level not in LEVELS:
            self.fail(
                f"there is no level `{level}`: use each of "
                f"{', '.join(LEVELS)} once."
            )
        if level in parts.levels:
            self.fail(
                f"the level `{level}` comes twice: describe each of "
                f"{', '.join(LEVELS)} once."
            )
        parts.levels[level] = [text]
        return level

    def _check(self, parts: Parts) -> None:
        if not "".join(parts.prompt).strip():
            self.fail(
                "a stage has no prompt: write what the interviewer says, "
                "before the levels."
            )
        for level in LEVELS:
            if not "".join(parts.levels.get(level, [])).strip():
                self.fail(
                    f"a stage misses the level `{level}`: add a line such as "
                    f"`- {level}: what an answer of that level contains`."
                )
        if not "".join(parts.good).strip():
            self.fail(
                "a stage does not say what a good answer holds: add it below "
                "the levels, each line started by `>`."
            )
