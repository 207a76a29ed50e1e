"""Where things are, and which there are: derived from the folders."""

import json
from collections.abc import Iterable
from pathlib import Path

from blocks.snippet import LANGUAGES, SESSIONS
from blocks.solution import FOLDER

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
SITE = ROOT / "site"
REDIRECTS = ROOT / "hooks" / "redirects.json"


def snippets(*suffixes: str) -> list[str]:
    """Each snippet's path below snippets/, as pages write it.

    Only of these suffixes, if there are any.
    """
    return _below(suffixes or LANGUAGES)


def sessions() -> list[str]:
    """Each session's path below snippets/, as pages write it."""
    return _below(SESSIONS)


def on_redis() -> list[str]:
    """The snippets that speak to a Redis."""
    found = [
        name
        for name in snippets(".py")
        if "fakeredis" in (SNIPPETS / name).read_text()
    ]
    assert found, "no snippet imports fakeredis"
    return found


def _below(suffixes: Iterable[str]) -> list[str]:
    found = [
        file.relative_to(SNIPPETS).as_posix()
        for suffix in suffixes
        for file in SNIPPETS.rglob(f"*{suffix}")
        if FOLDER not in file.parts
    ]
    assert found, f"no snippet found below {SNIPPETS}"
    return sorted(found)


def exercises() -> list[str]:
    """Each exercise as pages name it: `caching/lru_links`."""
    found = [
        folder.relative_to(SNIPPETS).as_posix().replace(f"{FOLDER}/", "")
        for folder in SNIPPETS.rglob(f"{FOLDER}/*/")
        if folder.name != "__pycache__"
    ]
    assert found, f"no exercise found below {SNIPPETS}"
    return sorted(found)


def pages() -> list[str]:
    """Each built page's path below site/, without those that lead elsewhere."""
    found = {file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html")}
    assert found, "the site is not built: run `make build`"
    return sorted(found - {f"{old}index.html" for old in redirected()})


def redirected() -> dict[str, str]:
    """Where each address that disappeared leads now."""
    redirects: dict[str, str] = json.loads(REDIRECTS.read_text())
    return redirects


def place(page: str, text: str = "") -> str:
    """Where a built page is written: `docs/caching/eviction.md, line 12`.

    With the line of the text, if it stands there as it is.
    """
    name = page.removesuffix("index.html").rstrip("/") or "index"
    for source in (
        f"docs/{name}.md",
        f"docs/{name}/index.md",
        f"docs/{name}.py",
    ):
        if (ROOT / source).is_file():
            lines = (ROOT / source).read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, start=1):
                if text and text in line:
                    return f"{source}, line {number}"
            return source
    return page


def tasks(below: str, kind: str = "") -> int:
    """How many tasks the built pages below this address have, of a kind."""
    practice = json.loads((SITE / "assets" / "practice.json").read_text())
    return sum(
        task.startswith(kind)
        for address, page in practice.items()
        if f"/{address}".startswith(below)
        for task in page["hashes"]
    )


def labs() -> list[str]:
    """Each lab's path below docs/, without its suffix."""
    found = sorted((ROOT / "docs" / "labs").glob("*.py"))
    assert found, "no lab found below docs/labs"
    return [f"labs/{file.stem}" for file in found]
