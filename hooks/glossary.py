"""Tells what an abbreviation means where a page uses it first.

The glossary is the only list: a term is defined there, once.
"""

import re
from html import escape

from bs4 import BeautifulSoup
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from blocks.term import GLOSSARY, Term

# What has a meaning of its own, or an end: there nothing is explained.
APART = (
    r"<(?P<tag>a|abbr|button|code|figure|h[1-6]|label|pre|script|select|style"
    r"|summary|svg|textarea)\b.*?</(?P=tag)>|<!--.*?-->|<[^>]*>"
)
NOTES = '<div class="footnote">'


def on_page_content(
    html: str, *, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Give each term of the glossary an anchor."""
    if page.file.src_uri != GLOSSARY:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for terms in soup.select("dl"):
        terms["class"] = "glossary"
    for head in soup.select("dt"):
        try:
            head["id"] = Term.read(head).id
        except ValueError as error:
            raise PluginError(f"{GLOSSARY}: {error}") from error
    return str(soup)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Now that the glossary is known, explain on all other pages."""
    glossary = files.get_file_from_path(GLOSSARY)
    if not glossary or not glossary.page:
        return
    soup = BeautifulSoup(glossary.page.content or "", "html.parser")
    hints = {term.name: term.hint for term in Term.all(soup) if term.is_short}
    for file in files.documentation_pages():
        if file.page and file is not glossary:
            file.page.content = explain(file.page.content or "", hints)


def explain(html: str, hints: dict[str, str]) -> str:
    """The page, with a hint at the first place of each abbreviation.

    It can have the focus, so that a hint needs no mouse.
    """
    longest_first = sorted(hints, key=len, reverse=True)
    names = "|".join(map(re.escape, longest_first))
    found = re.compile(
        rf"{APART}|(?<![\w-])(?P<name>{names})(?=s?(?!\w))", re.DOTALL
    )
    known: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        name = match["name"]
        if not name or name in known:
            return match[0]
        known.add(name)
        hint = escape(hints[name])
        return f'<abbr tabindex="0" title="{hint}">{name}</abbr>'

    text, notes, rest = html.partition(NOTES)
    return found.sub(mark, text) + notes + rest
