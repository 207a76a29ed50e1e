"""What the site promises to those outside: its addresses and their dates.

`published.json` has each page's address with the day of its first publication
and only grows: `make outputs` adds what is new. `redirects.json` says for each
address of it that disappeared where its text is now. A page's front matter may
say what changed in it, by day, for the feed:

    changes:
      2026-12-24: The second figure shows what a restart costs.

A page was checked on the last of these days, or on a later one that its front
matter gives as `checked: 2026-12-31`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from hooks.policy import with_policy

PUBLISHED = Path(__file__).with_name("published.json")
REDIRECTS = Path(__file__).with_name("redirects.json")
FEED = "feed.xml"
ENTRIES = 50  # in the feed, the latest


@dataclass(frozen=True, slots=True)
class Change:
    """A page that is new, or one in which something is."""

    day: str
    page: Page
    summary: str
    is_new: bool


_changes: list[Change] = []


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Date each page, and put a page at each address that disappeared."""
    published: dict[str, str] = json.loads(PUBLISHED.read_text())
    redirects: dict[str, str] = json.loads(REDIRECTS.read_text())
    pages = [file.page for file in files.documentation_pages() if file.page]
    _changes.clear()
    for page in pages:
        changes = _of(page, published.get(page.url))
        # Not the day of the build: most pages are as they were.
        page.update_date = max((change.day for change in changes), default="")
        page.meta["checked"] = _checked(page, str(page.update_date))
        _changes.extend(changes)
    _changes.sort(key=lambda change: change.page.url)
    _changes.sort(key=lambda change: change.day, reverse=True)
    addresses = {page.url for page in pages}
    template = env.get_template("redirect.html")
    for old, new in redirects.items():
        if old in addresses or urldefrag(new)[0] not in addresses:
            raise PluginError(
                f"hooks/redirects.json leads from {old} to {new}: the first "
                "must be no page's address any more, the second must be one's."
            )
        uri = f"{old}index.html"
        content = redirect(template, old, new, str(config.site_url))
        files.append(File.generated(config, uri, content=content))


def on_template_context(
    context: TemplateContext, *, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the feed what it tells."""
    if template_name == FEED:
        context["changes"] = _changes[:ENTRIES]  # type: ignore[typeddict-unknown-key]
    return context


def redirect(template: Template, old: str, new: str, home: str) -> str:
    """A page that leads on to the section that was asked for, if to any."""
    target = escape(get_relative_url(new, old))
    canonical = escape(home + urldefrag(new)[0])
    html = template.render(target=target, canonical=canonical)
    return with_policy(html, old)


def reworked(meta: Mapping[str, Any]) -> dict[str, str]:
    """What changed in a page, by day, as its front matter says.

    Raises ValueError if it says so in another form.
    """
    changes = meta.get("changes", {})
    if not isinstance(changes, dict):
        raise ValueError(changes)
    for day, text in changes.items():
        if type(day) is not date or not isinstance(text, str):
            raise ValueError(f"{day}: {text}")
    return {day.isoformat(): text for day, text in changes.items()}


def checked(meta: Mapping[str, Any], latest: str) -> date | None:
    """The last day on which somebody went through a page, None if unknown.

    That is the later of its front matter's and of its latest change's, if it
    has one. Raises ValueError if the front matter gives no day.
    """
    day = meta.get("checked")
    if day is not None and type(day) is not date:
        raise ValueError(day)
    days = [date.fromisoformat(latest)] if latest else []
    return max([*days, day] if day else days, default=None)


def _checked(page: Page, latest: str) -> date | None:
    try:
        return checked(page.meta, latest)
    except ValueError as error:
        raise PluginError(
            f"{page.file.src_uri}: write `checked` in its front matter as a "
            f"day such as `2026-12-31`, not {error}"
        ) from error


def _of(page: Page, published: str | None) -> list[Change]:
    """The page's publication, and what changed in it since."""
    try:
        changes = reworked(page.meta)
    except ValueError as error:
        raise PluginError(
            f"{page.file.src_uri}: write `changes` in its front matter as "
            f"lines such as `2026-12-24: What is new.`, not {error}"
        ) from error
    found = [
        Change(day, page, text, is_new=False) for day, text in changes.items()
    ]
    if published:
        description = page.meta.get("description", "")
        found.append(Change(published, page, description, is_new=True))
    return found
