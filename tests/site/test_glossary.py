"""The glossary: each term once, and told wherever its letters are met."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from blocks.term import Term
from hooks.glossary import explain
from tests import paths
from tests.paths import SNIPPETS, place, snippets
from tests.site.small_site import refusal

PAGE = "review/glossary/index.html"
# Characters: a hint is read at a glance.
HINT = 120
ABBREVIATION = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*")
HERE = "tests/site/test_glossary.py"
HEAD = re.compile(r'"""([^:"\n]+): ')

# Words of a language in capitals, and names of products: they say no term.
METHODS = "DELETE GET PATCH POST PUT SET"
KEYWORDS = """
    ALL BEGIN BY COMMIT DISTINCT EXPLAIN FOR JOIN LEFT LIKE LOCKED NATURAL ON
    ORDER SELECT SKIP UPDATE USING WHERE OK
"""
PRODUCTS = "DynamoDB HAProxy MongoDB OrderedDict PostgreSQL SQLite ZooKeeper"
NO_TERMS = set(f"{METHODS} {KEYWORDS} {PRODUCTS}".split())
# Snippets whose name is no term of the field.
NO_TERM_EITHER = {
    "Delivery",
    "Distance",
    "Hit ratio over cache size",
    "Lock with a token",
    "Lock without an owner",
    "Lost answers",
    "Per operation",
    "Response time over utilisation",
}


def same(name: str) -> str:
    """A name as it is compared: no plural, no capital, no hyphen."""
    return re.sub(r"s$", "", name).lower().replace("-", " ")


@pytest.fixture(scope="module")
def terms(parsed: dict[str, BeautifulSoup]) -> list[Term]:
    found = Term.all(parsed[PAGE])
    assert len(found) > 200
    return found


def headings(parsed: dict[str, BeautifulSoup]) -> Iterator[str]:
    """What the pages' headings say beside code."""
    for page in parsed.values():
        for heading in page.select("article :is(h1, h2, h3)"):
            kept = BeautifulSoup(str(heading), "html.parser")
            for apart in kept.select("code, .headerlink"):
                apart.decompose()
            yield " ".join(kept.text.split())


def line(name: str) -> str:
    """Where the term's entry is written."""
    source = place(PAGE)
    lines = (paths.ROOT / source).read_text("utf-8").splitlines()
    for number, written in enumerate(lines, start=1):
        if re.match(rf"{re.escape(name)}(,|$)", written):
            return f"{source}, line {number}"
    return source


def section(target: Tag) -> str:
    """The text from a heading to the next of its level."""
    parts = [target.text]
    for part in target.find_next_siblings():
        if re.fullmatch(r"h[1-6]", part.name) and part.name <= target.name:
            break
        parts.append(part.text)
    return same(" ".join(" ".join(parts).split()))


@pytest.mark.rule
def test_each_term_is_defined_once_and_in_order(terms: list[Term]) -> None:
    names = [term.name for term in terms]
    for before, name in pairwise(names):
        assert before.casefold() <= name.casefold(), (
            f"{line(name)}: {name} stands behind {before}: put it into "
            "the order of the alphabet, in which capitals do not count"
        )
    said = [same(name) for term in terms for name in (term.name, term.words)]
    known = [name for name in said if name]
    twice = sorted({name for name in known if known.count(name) > 1})
    assert not twice, f"{place(PAGE)} defines {twice} twice: keep one of each"
    ids = [term.id for term in terms]
    assert len(set(ids)) == len(ids)


def test_each_term_stands_below_its_letter_with_an_anchor(
    parsed: dict[str, BeautifulSoup],
) -> None:
    page = parsed[PAGE]
    heads = page.select("dl.glossary dt")
    assert len(heads) == len(page.select("dt"))
    for head in heads:
        letter = head.find_previous("h2")
        assert letter
        expected = letter.text.removesuffix("¶")
        first = head.text[0].upper()
        digits = "0\N{EN DASH}9"
        assert expected == (digits if first.isdigit() else first)
        assert page.find(id=str(head["id"])) is head


@pytest.mark.rule
def test_each_definition_ends_with_a_link_to_a_section_about_the_term(
    parsed: dict[str, BeautifulSoup],
) -> None:
    for head in parsed[PAGE].select("dt"):
        term = Term.read(head)
        after = [part.name for part in head.find_next_siblings()[:2]]
        where = line(term.name)
        assert after in (["dd", "dt"], ["dd"]), (
            f"{where}: {term.name} has two definitions: write one paragraph"
        )
        link = BeautifulSoup(term.section, "html.parser").a
        assert link
        url, anchor = urldefrag(urljoin("/review/glossary/", str(link["href"])))
        target = parsed[f"{url[1:]}index.html"].find(id=anchor)
        assert isinstance(target, Tag), f"{where}: {link['href']} is no heading"
        assert re.fullmatch("h[1-3]", target.name)
        text = section(target)
        assert any(
            all(same(word) in text for word in re.findall(r"[\w+'-]+", name))
            for name in (term.name, term.words)
            if name
        ), (
            f"{where}: the section {link['href']} does not mention "
            f"{term.name}: link to one that does, or name the term there"
        )


@pytest.mark.rule
def test_every_abbreviation_of_a_heading_is_defined(
    parsed: dict[str, BeautifulSoup], terms: list[Term]
) -> None:
    known = sorted((term.name for term in terms), key=len, reverse=True)
    names = "|".join(map(re.escape, known))
    defined = re.compile(rf"(?<![\w-])({names})s?(?!\w)")
    met = {
        word
        for heading in headings(parsed)
        for word in ABBREVIATION.findall(defined.sub(" ", heading))
    }
    assert not met - NO_TERMS, (
        f"headings have {sorted(met - NO_TERMS)}: define each in "
        f"{place(PAGE)}, or, if it is no term, name it in {HERE}"
    )
    assert not NO_TERMS - met, f"{sorted(NO_TERMS - met)}: in no heading now"


@pytest.mark.rule
def test_every_snippets_term_in_a_heading_is_defined(
    parsed: dict[str, BeautifulSoup], terms: list[Term]
) -> None:
    known = {same(name) for term in terms for name in (term.name, term.words)}
    heads = {
        head[1]
        for path in snippets(".py")
        if (head := HEAD.match((SNIPPETS / path).read_text("utf-8")))
    }
    assert len(heads) > 300
    text = " | ".join(map(same, headings(parsed)))
    met = {
        head
        for head in heads
        if re.search(rf"\b{re.escape(same(head))}(?:s|es)?\b", text)
    }
    assert len(met) > 80
    unknown = {head for head in met if same(head) not in known}
    new = sorted(unknown - NO_TERM_EITHER)
    assert not new, (
        f"snippets start with {new}, and headings say so: define each in "
        f"{place(PAGE)}, or, if it is no term, name it in {HERE}"
    )
    assert unknown == NO_TERM_EITHER


def test_a_page_tells_each_abbreviation_once_as_the_glossary_does(
    parsed: dict[str, BeautifulSoup], terms: list[Term]
) -> None:
    hints = {term.name: term.hint for term in terms if term.is_short}
    assert len(hints) > 100
    assert {name for name, hint in hints.items() if len(hint) > HINT} == set()
    told = []
    for path, page in parsed.items():
        names = [abbreviation.text for abbreviation in page.select("abbr")]
        assert len(set(names)) == len(names), path
        assert not page.select(":is(h1, h2, h3, a, code, pre, button) abbr")
        for abbreviation in page.select("abbr"):
            assert abbreviation["title"] == hints[abbreviation.text]
            assert abbreviation["tabindex"] == "0"
        told += names
    assert not parsed[PAGE].select("abbr")
    assert len(told) > 250
    assert len(set(told)) > 80


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("An LRU, or LRU", "An [LRU], or LRU"),
        ("<h2>LRU</h2><p>LRUs</p>", "<h2>LRU</h2><p>[LRU]s</p>"),
        ("<a href='#LRU'>LRU</a>", "<a href='#LRU'>LRU</a>"),
        ("<code>LRU</code> LRU", "<code>LRU</code> [LRU]"),
        ("<p id='LRU'>LRU-like", "<p id='LRU'>[LRU]-like"),
        ("W-LRU and W-LFU", "W-LRU and [W-LFU]"),
        ("An LFU cache", "An [LFU cache]"),
        ("LFU, LRU2, XLRU", "[LFU], LRU2, XLRU"),
        (
            'LFU<div class="footnote">LRU</div>',
            '[LFU]<div class="footnote">LRU</div>',
        ),
    ],
)
def test_what_is_apart_from_the_text_is_left_alone(
    html: str, told: str
) -> None:
    hints = dict.fromkeys(("LRU", "LFU", "W-LFU", "LFU cache"), "<a> & b")
    shown = explain(html, hints)
    opening = '<abbr tabindex="0" title="&lt;a&gt; &amp; b">'
    assert shown.replace(opening, "[").replace("</abbr>", "]") == told


def test_a_hint_is_the_words_and_the_first_sentence() -> None:
    page = BeautifulSoup(
        "<dl><dt>LSM tree, <em>log-structured merge tree</em></dt><dd>Sorts"
        "\n&amp; merges. Later. <a href='#x'>X</a></dd><dt>RUM</dt><dd>Three."
        " <a href='#y'>Y</a></dd><dt>Cache</dt><dd>Z. <a href='#z'>Z</a></dd>",
        "html.parser",
    )
    tree, rum, cache = Term.all(page)
    assert tree.hint == "Log-structured merge tree. Sorts & merges."
    assert (tree.name, tree.id) == ("LSM tree", "lsm-tree")
    assert tree.definition == "Sorts & merges. Later."
    assert tree.section == '<a href="#x">X</a>'
    assert rum.hint == "Three."
    assert (tree.is_short, rum.is_short, cache.is_short) == (True, True, False)


@pytest.mark.parametrize(
    "definition",
    ["Evicts.", "[One](#glossary)", "Has [one](#glossary) before the end."],
)
def test_a_term_without_definition_or_link_stops_the_build(
    definition: str, tmp_path: Path
) -> None:
    pages = {
        "index.md": "# Title\n",
        "review/glossary.md": f"# Glossary\n\nLRU\n:   {definition}\n",
    }
    said = refusal(tmp_path, "glossary", pages, "def_list")
    assert "review/glossary.md: `LRU` needs a definition of plain text" in said
