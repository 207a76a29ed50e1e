"""Tells the blocks what only the site knows: its repository, a page's lines."""

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from blocks import BlockError


def on_config(config: MkDocsConfig) -> Config:
    """Have each block link to its snippet in the repository."""
    settings = config.mdx_configs["blocks"]
    settings["source"] = f"{config.repo_url}/blob/main/{settings['snippets']}"
    return config


def on_page_markdown(
    markdown: str, *, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """The text, moved down by what front matter took: lines agree again."""
    assert page.file.abs_src_path
    source = Path(page.file.abs_src_path).read_text(encoding="utf-8-sig")
    return "\n" * (source.count("\n") - markdown.count("\n")) + markdown


def on_build_error(*, error: Exception) -> None:
    """End without a traceback: MkDocs named the page, the error its line."""
    if isinstance(error, BlockError):
        raise Abort("")
