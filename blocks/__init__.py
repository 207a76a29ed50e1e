"""Turns a snippet's name on a page into a block: a Python-Markdown extension.

Knows files and Markdown, nothing of the site: `markdown` alone can use it.
"""

from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from blocks.block import Leftovers, Source
from blocks.constants import Constants
from blocks.drill import Drill
from blocks.errors import BlockError
from blocks.exercise import Exercise
from blocks.lab import Lab
from blocks.misconception import Misconception
from blocks.quiz import Quiz
from blocks.reading import Reading
from blocks.run import Run
from blocks.session import Session
from blocks.stage import Stage
from blocks.tasks import Tasks

__all__ = ["BlockError", "GuideBlocks", "makeExtension"]


class GuideBlocks(BlocksExtension):
    """Registers the blocks, and stops a build at what is no block."""

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "snippets": ["snippets", "Folder that holds the snippets"],
            "source": ["", "Where a reader finds that folder's files"],
        }
        super().__init__(**settings)

    def extendMarkdownBlocks(  # noqa: N802
        self, md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        """Register each block and the checks around them."""
        settings = {
            "snippets": Path(self.getConfig("snippets")),
            "source": self.getConfig("source").rstrip("/"),
        }
        shown = (Run, Lab, Drill, Constants, Session)
        asked = (Exercise, Quiz, Misconception, Stage)
        for block in shown + asked:
            block_mgr.register(block, settings)
        # Before everything else, so that lines are those of the file.
        md.preprocessors.register(Source(md), "guide-source", 100)
        # Before inline processing takes texts apart (20).
        md.treeprocessors.register(
            Leftovers(md, block_mgr), "guide-leftovers", 30
        )
        # After it, when a task consists of what is read.
        md.treeprocessors.register(Tasks(md), "guide-tasks", 15)
        # After it, when each reference is an element, and before the notes
        # link back to all of their references (15).
        md.treeprocessors.register(Reading(md), "guide-reading", 17)


def makeExtension(**settings: Any) -> GuideBlocks:  # noqa: N802
    """The extension, as Python-Markdown asks for it."""
    return GuideBlocks(**settings)
