"""Marks each task of a Markdown task list, so that its tick can be kept."""

import hashlib
from collections.abc import Iterator
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from blocks.attributes import ATTRIBUTES


class Tasks(Treeprocessor):
    """Gives each item of a task list a hash of what it says."""

    def run(self, root: ElementTree.Element) -> None:
        """Add the attribute; a task whose text changes is another one."""
        for item in root.iter("li"):
            if "task-list-item" in item.get("class", "").split():
                text = HTML_PLACEHOLDER_RE.sub("", "".join(_texts(item)))
                said = " ".join(text.split())
                digest = hashlib.sha256(said.encode()).hexdigest()[:8]
                item.set(ATTRIBUTES["task"], digest)


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The texts in it, but for those of lists below it."""
    yield element.text or ""
    for child in element:
        if child.tag not in ("ul", "ol"):
            yield from _texts(child)
        yield child.tail or ""
