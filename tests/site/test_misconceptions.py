"""Misconceptions: what a page shows, what refutes it, the links both ways."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from blocks import BlockError
from tests.site.small_site import refusal

PAGE = "review/misconceptions/index.html"
MODULES = [
    "Networking",
    "Databases",
    "Caching",
    "Load balancing",
    "Consistency",
]
BY_RUN = """\
/// misconception | The sum is *three*
    id: sum-is-three
    about: other.md#sums
    run: basics/sum.py
    prints: |
        the sum:
          is 2

It is two.

> I'd count.

///
"""
BY_SOURCE = """\
/// misconception | PUT adds
    id: put-adds
    about: other.md#put
    source: "[RFC 9110, section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110)"
    quote: PUT is *idempotent*.

It replaces.

> It replaces.

///
"""


@pytest.fixture
def snippets(tmp_path: Path) -> Path:
    folder = tmp_path / "snippets" / "basics"
    folder.mkdir(parents=True)
    (folder / "sum.py").write_text("print('the sum:')\nprint('  is 2')\n")
    (folder / "sum.out").write_text("the sum:\n  is 2\n")
    return folder.parent


def convert(text: str, snippets: Path) -> BeautifulSoup:
    markdown = Markdown(
        extensions=["blocks"],
        extension_configs={"blocks": {"snippets": snippets}},
    )
    return BeautifulSoup(markdown.convert(text), "html.parser")


def test_shows_what_is_told_true_printed_and_said(snippets: Path) -> None:
    entry = convert(BY_RUN, snippets).section
    assert entry
    assert entry["data-misconception"] == "sum-is-three"
    told, true, run, say, about = entry.find_all(recursive=False)
    assert (told.name, told["id"]) == ("h3", "sum-is-three")
    assert told.decode_contents() == "“The sum is <em>three</em>”"
    assert true.text == "It is two."
    assert run["data-misconception-run"] == "basics/sum.py"
    assert run.pre
    assert run.pre.text == "the sum:\n  is 2"
    assert say.text.strip() == "I'd count."
    assert about.a
    assert about.a["href"] == "other.md#sums"


def test_shows_the_sentence_of_a_source_with_its_section(
    snippets: Path,
) -> None:
    source = convert(BY_SOURCE, snippets).select_one(".misconception-source")
    assert source
    assert source.q
    assert source.q.decode_contents() == "PUT is <em>idempotent</em>."
    assert source.cite
    assert source.cite.a
    assert source.cite.a.text == "RFC 9110, section 9.2.2"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (" | The sum is *three*", "", "misses the sentence as it is told"),
        ("id: sum-is-three", "id: Sum", "an `id` of lower-case words"),
        ("other.md#sums", "other.md", "the section that it is `about`"),
        ("> I'd count.", "I'd count.", "last, what to say"),
        ("It is two.\n", "", "what is true as text and, last, what to say"),
        ("sum.py", "sun.py", "did you mean basics/sum.py?"),
        ("is 2", "is 3", "prints no line `is 3`: copy whole lines of "),
        ("is 2", "is", "prints no line `is`"),
    ],
)
def test_an_entry_without_its_parts_stops_the_build(
    before: str, after: str, message: str, snippets: Path
) -> None:
    assert BY_RUN.count(before) == 1
    with pytest.raises(BlockError, match=re.escape(message)) as error:
        convert(BY_RUN.replace(before, after), snippets)
    assert error.value.line == 1


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    quote: PUT is *idempotent*.\n", "", "its sentence as `quote`"),
        (", section 9.2.2", "", "a link that names the section"),
        ("](https:", "](", "a link that names the section"),
        ("source: ", "source: '' #", "its sentence as `quote`, and as"),
    ],
)
def test_a_source_needs_a_link_its_section_and_a_sentence(
    before: str, after: str, message: str, snippets: Path
) -> None:
    assert BY_SOURCE.count(before) == 1
    with pytest.raises(BlockError, match=re.escape(message)):
        convert(BY_SOURCE.replace(before, after), snippets)


def test_an_entry_that_nothing_refutes_stops_the_build(snippets: Path) -> None:
    text = re.sub(r"    (source|quote): .*\n", "", BY_SOURCE)
    with pytest.raises(BlockError, match="nothing refutes it"):
        convert(text, snippets)


def entries(parsed: dict[str, BeautifulSoup]) -> list[Tag]:
    """The misconceptions of the built site."""
    found = parsed[PAGE].select("[data-misconception]")
    assert found, f"{PAGE} has none"
    return found


def section_of(link: Tag, parsed: dict[str, BeautifulSoup]) -> list[Tag]:
    """The section that the link leads to, up to the next of its level."""
    url, anchor = urldefrag(urljoin(f"/{PAGE}", str(link["href"])))
    head = parsed[f"{url[1:]}index.html"].find(id=anchor)
    assert isinstance(head, Tag)
    section = []
    for part in head.find_next_siblings():
        if re.fullmatch(r"h[1-6]", part.name) and part.name <= head.name:
            break
        section.append(part)
    return section


def test_there_are_forty_in_all_five_modules(
    parsed: dict[str, BeautifulSoup],
) -> None:
    heads = [
        str(head.contents[0])
        for entry in entries(parsed)
        if isinstance(head := entry.find_previous_sibling("h2"), Tag)
    ]
    assert list(dict.fromkeys(heads)) == MODULES
    assert len(heads) >= 40


def test_each_is_linked_from_the_section_that_it_links_to(
    parsed: dict[str, BeautifulSoup],
) -> None:
    for entry in entries(parsed):
        about = entry.select_one(".misconception-about a")
        assert about
        *_, last = [
            link
            for part in section_of(about, parsed)
            for link in part.select("a")
            if part.get("class") == ["misconception-told"]
            and str(link["href"]).endswith(f"#{entry['data-misconception']}")
        ]
        assert entry.h3
        assert f"{last.text}¶" == entry.h3.text


def test_what_is_quoted_of_a_run_links_to_where_it_is_shown(
    parsed: dict[str, BeautifulSoup],
) -> None:
    shown = [
        run
        for entry in entries(parsed)
        for run in entry.select("[data-misconception-run]")
    ]
    assert shown
    for run in shown:
        path = run["data-misconception-run"]
        link = run.select_one("a[href]")
        assert link
        assert any(
            part.select(f"[data-run='{path}'], [data-session='{path}']")
            or path in (part.get("data-run"), part.get("data-session"))
            for part in section_of(link, parsed)
        ), f"{path} is not in the section {link['href']}"


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ("# Other\n", "is about other/#sums, which is no heading"),
        ("# Other\n\n## Sums\n", "no page shows basics/sum.py"),
    ],
)
def test_what_leads_nowhere_stops_the_build(
    other: str, message: str, snippets: Path
) -> None:
    run = "\n/// run | basics/sum.py\n///\n" if "#sums" in message else ""
    pages = {"index.md": f"# Title\n\n{BY_RUN}", "other.md": other + run}
    assert message in refusal(snippets.parent, "misconceptions", pages)
