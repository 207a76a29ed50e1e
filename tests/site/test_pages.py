"""The built pages: nothing broken, left over, or from elsewhere."""

import json
import re
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from blocks.solution import Solution
from tests.paths import ROOT, SITE, SNIPPETS, pages, place

pytestmark = pytest.mark.rule

ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
# Attributes by which a browser loads something without being asked.
LOADING = {
    "audio": ["src"],
    "embed": ["src"],
    "form": ["action"],
    "iframe": ["src"],
    "image": ["href", "xlink:href"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}


def attribute(tag: Tag, name: str) -> str:
    value = tag.get(name, "")
    return " ".join(value) if isinstance(value, list) else value or ""


def base(parsed: dict[str, BeautifulSoup]) -> str:
    """The address at which the site will be, ending in a slash."""
    canonical = parsed["index.html"].select_one("link[rel=canonical]")
    assert canonical
    return attribute(canonical, "href")


@pytest.fixture(scope="session")
def anchors(parsed: dict[str, BeautifulSoup]) -> dict[str, set[str]]:
    """The places of each page that a link may name."""
    return {
        name: {attribute(tag, "id") for tag in page.find_all(id=True)}
        for name, page in parsed.items()
    }


@pytest.mark.parametrize("page", pages())
def test_every_link_and_anchor_resolves(
    page: str, parsed: dict[str, BeautifulSoup], anchors: dict[str, set[str]]
) -> None:
    home = base(parsed)
    here = urljoin(home, page)
    references = [
        attribute(tag, name)
        for tag in parsed[page].find_all(True)
        for name in ("href", "src")
        if tag.has_attr(name)
    ]
    assert references
    for reference in references:
        address = urljoin(here, reference)
        if not address.startswith(home):
            continue
        target = urlsplit(address.removeprefix(home))
        path = unquote(target.path)
        if not path or path.endswith("/"):
            path += "index.html"
        assert (SITE / path).is_file(), (
            f"{place(page, reference)} links to {reference}, which is no page "
            "and no file: correct the link"
        )
        if target.fragment and path in anchors:
            fragment = unquote(target.fragment)
            assert fragment.startswith("__") or fragment in anchors[path], (
                f"{place(page, target.fragment)} links to {reference}, but "
                f"{place(path)} has no such anchor: name one of a heading there"
            )


@pytest.mark.parametrize("page", pages())
def test_a_block_holds_the_files_that_are_tested(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    for block in parsed[page].select("[data-run]"):
        snippet = SNIPPETS / attribute(block, "data-run")
        assert text(block, "[data-run-code] code") == read(snippet)
        output = read(snippet.with_suffix(".out"))
        assert text(block, "[data-run-output]") == output
    for block in parsed[page].select("[data-exercise]"):
        files = Solution.read(SNIPPETS, attribute(block, "data-exercise"))
        assert text(block, "[data-run-code] code") == files.starter
        assert text(block, "[data-exercise-check] code") == files.check
        assert text(block, "[data-exercise-solution] code") == files.shown


def text(block: Tag, selector: str) -> str:
    found = block.select_one(selector)
    assert found, f"{attribute(block, 'aria-label')} has no {selector}"
    return found.get_text()


def read(file: Path) -> str:
    return file.read_text("utf-8")


@pytest.mark.parametrize("page", pages())
def test_links_into_the_repository_name_files_that_exist(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    source = parsed["index.html"].select_one(".md-source")
    assert source
    repository = attribute(source, "href")
    for link in parsed[page].select("a[href*='/blob/'], a[href*='/edit/']"):
        href = attribute(link, "href")
        _, _, path = re.split(r"/(?:blob|edit)/", href)[1].partition("/")
        if href.startswith(repository):
            assert (ROOT / path).exists(), (
                f"{place(page, href)} links to {href}: the repository has no "
                f"{path}, so correct the link"
            )


@pytest.mark.parametrize("page", pages())
def test_nothing_is_loaded_from_elsewhere(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    for name, attributes in LOADING.items():
        for tag in parsed[page].find_all(name):
            for key in attributes:
                assert not ELSEWHERE.match(attribute(tag, key)), (
                    f"{place(page, attribute(tag, key))} loads "
                    f"{attribute(tag, key)}: put the file into the site"
                )
    for link in parsed[page].find_all("link"):
        if attribute(link, "rel") not in {"canonical", "next", "prev"}:
            assert not ELSEWHERE.match(attribute(link, "href")), link


def test_no_style_sheet_loads_from_elsewhere() -> None:
    sheets = list(SITE.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        loaded = re.findall(
            r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)",
            sheet.read_text(encoding="utf-8"),
        )
        assert not loaded, f"{sheet.relative_to(SITE)} loads {loaded}"


@pytest.mark.parametrize("page", pages())
def test_a_policy_forbids_what_comes_from_elsewhere(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    head = parsed[page].head
    assert head
    tags = list(head.find_all(True))
    policy = next(tag for tag in tags if "http-equiv" in tag.attrs)
    content = attribute(policy, "content")
    assert content.startswith("default-src 'none'; ")
    assert not re.search(r"https?:|\*|'unsafe-eval'", content)
    scripts = content.partition("script-src")[2].partition(";")[0]
    assert "'unsafe-inline'" not in scripts
    first_script = next(
        index for index, tag in enumerate(tags) if tag.name == "script"
    )
    assert tags.index(policy) < first_script, "a policy binds what follows it"


@pytest.mark.parametrize("page", pages())
def test_every_image_has_an_alternative_text(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    for image in parsed[page].find_all("img"):
        assert attribute(image, "alt").strip(), (
            f"{place(page, PurePosixPath(attribute(image, 'src')).name)}: "
            f"{attribute(image, 'src')} has no alternative text: say in `![…]` "
            "what it shows"
        )
    for image in parsed[page].select("article svg[role=img]"):
        assert image.find("title"), (
            f"{place(page, '<svg')}: an SVG has no <title>: say in it what it "
            "shows"
        )
    for image in parsed[page].select("article svg:not([role=img])"):
        icon = image.find_parent(class_=["twemoji", "md-icon"])
        hidden = image.find_parent(attrs={"aria-hidden": "true"})
        part = image.find_parent("svg", role="img")
        assert icon or hidden or part, (
            f"{place(page, '<svg')}: an SVG has no role and title: write "
            '`<svg role="img"><title>` and what it shows'
        )


@pytest.mark.parametrize("page", pages())
def test_nothing_is_left_unrendered(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    article = parsed[page].select_one("article")
    assert article
    text = "\n".join(
        str(piece)
        for piece in article.find_all(string=True)
        if not piece.find_parent(["code", "pre"])
    )
    for sign in ("///", "--8<--", "```", "???", "!!!", "{%", "{{", ":::"):
        assert sign not in text, (
            f"{place(page, sign)}: the page shows a raw {sign!r}: put an empty "
            "line before the block, or the sign into backticks"
        )
    assert "Traceback (most recent call last)" not in article.text, (
        f"{place(page)} shows a traceback: repair what it runs"
    )
    assert str(ROOT) not in str(article), (
        f"{place(page, str(ROOT))} shows the path of a machine: leave it out"
    )


@pytest.mark.parametrize("page", pages())
def test_notes_count_up_in_the_order_of_reading(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    links = parsed[page].select("a.footnote-ref")
    notes = {attribute(link, "href"): link.text for link in links}
    listed = parsed[page].select(".footnote > ol > li")
    assert [f"#{note['id']}" for note in listed] == list(notes)
    assert list(notes.values()) == [str(n + 1) for n in range(len(notes))]
    for note in listed:
        first = note.select(".footnote-backref")[0]
        assert note["id"] == attribute(first, "href").replace("#fnref", "fn")


@pytest.mark.parametrize("page", pages())
def test_no_line_breaks_before_a_unit(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    article = parsed[page].select_one("article")
    assert article
    for text in article.find_all(string=re.compile(r"\d (?:%|k?B\b|m?s\b)")):
        assert text.find_parent(["code", "pre", "svg"]), (
            f"{place(page, str(text))}: put a no-break space between "
            f"number and unit in “{text.strip()}”"
        )


@pytest.mark.parametrize("page", pages())
def test_headings_form_an_outline(
    page: str, parsed: dict[str, BeautifulSoup]
) -> None:
    article = parsed[page].select_one("article")
    assert article
    headings = [
        (int(heading.name[1]), heading.text.removesuffix("¶"))
        for heading in article.find_all(re.compile("^h[1-6]$"))
    ]
    levels = [level for level, _ in headings]
    assert levels[:1] == [1], f"{place(page)}: start with one `# Title`"
    again = [title for level, title in headings[1:] if level == 1]
    assert not again, (
        f"{place(page, f'# {again[0]}')}: a page has one `# Title`: write "
        f"`## {again[0]}`"
    )
    for (above, over), (below, title) in pairwise(headings):
        assert below <= above + 1, (
            f"{place(page, f'# {title}')}: “{title}” is of level {below}, but "
            f"stands below “{over}” of level {above}: write "
            f"`{'#' * (above + 1)} {title}`"
        )


def test_pages_have_addresses_without_upper_case() -> None:
    for page in pages():
        assert page == page.lower(), (
            f"{place(page)}: rename it, with lower case alone"
        )


def test_a_search_knows_a_snippet_by_its_name_and_not_its_code() -> None:
    docs = json.loads((SITE / "search" / "docs.json").read_text("utf-8"))
    found = [
        doc["text"] for doc in docs if "caching/eviction" in doc["location"]
    ]
    text = "".join(found)
    assert "caching/lru_cache.py" in text
    assert "class LRUCache" not in text
