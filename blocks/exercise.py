"""The `exercise` block: a task, code to complete, and tests that judge it.

    /// exercise | caching/lru_links

    Write `get` and `put`, so that …

    1. A hint.
    2. One that says more.

    ///

Its text is the task; the numbered list at its end holds the hints.
"""

from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from blocks.code import CodeBlock
from blocks.solution import Solution


class Exercise(CodeBlock):
    """Shows task, hints, starter, tests and solution; the last ones closed."""

    NAME = "exercise"
    MISSING = (
        "`/// exercise | …` misses its name: name one, as in "
        "`/// exercise | caching/lru_links`."
    )

    def on_end(self, block: ElementTree.Element) -> None:
        """Give the text its parts, and add the exercise's files."""
        try:
            solution = Solution.read(self.config["snippets"], self.argument)
        except (LookupError, ValueError) as error:
            self.fail(str(error.args[0]))
        task, hints = list(block), list[ElementTree.Element]()
        if task and task[-1].tag == "ol":
            hints = list(task.pop())
        if not task:
            self.fail(
                "`exercise` has no task: say in its text what is to be "
                "written, before the hints."
            )
        if not hints:
            self.fail(
                "`exercise` has no hints: end its text with a numbered list; "
                "after a bulleted one a sentence must stand between both."
            )
        block.clear()
        label = f"Exercise {self.argument}"
        attributes = {"exercise": self.argument, "hash": solution.digest}
        self.group(block, label, **attributes)
        block.set("class", "run exercise")
        SubElement(block, "div", {"class": "exercise-task"}).extend(task)
        for number, hint in enumerate(hints, start=1):
            details = SubElement(block, "details", {"class": "exercise-more"})
            SubElement(details, "summary").text = f"Hint {number}"
            if (hint.text or "").strip():
                SubElement(details, "p").text = hint.text
            details.extend(hint)
        SubElement(block, "div").text = self.stash(self._html(solution))

    def _html(self, solution: Solution) -> str:
        return (
            self.head(solution.path)
            + self.code(solution.starter, "python")
            + self.output(solution.path, "")
            + self._closed("The tests", solution.check, "check")
            + self._closed("A solution", solution.shown, "solution")
        )

    def _closed(self, summary: str, code: str, attribute: str) -> str:
        shown = self.code(code, "python", attribute)
        return (
            f'<details class="exercise-more"><summary>{summary}</summary>'
            f"{shown}</details>"
        )
