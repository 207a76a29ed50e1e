"""The addresses: none vanishes, and others learn what stands there."""

import re
from datetime import date
from io import BytesIO
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import jinja2
import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageFont

from hooks.addresses import checked, redirect, reworked
from hooks.cards import FONTS, HEIGHT, WIDTH, picture, wrapped
from tests.paths import ROOT, SITE, pages, redirected
from tests.site.addresses import addresses, published

pytestmark = pytest.mark.rule

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
READ = sorted(set(pages()) - {"404.html"})


def address(page: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", page)


def meta(page: BeautifulSoup, name: str) -> str:
    tags = page.select(f'meta[property="{name}"], meta[name="{name}"]')
    assert len(tags) == 1, f"{len(tags)} tags for {name}"
    return str(tags[0]["content"])


@pytest.fixture(scope="module")
def home(parsed: dict[str, BeautifulSoup]) -> str:
    """The address of the site."""
    return meta(parsed["index.html"], "og:url")


@pytest.fixture(scope="module")
def template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(ROOT / "theme")
    env = jinja2.Environment(loader=loader, autoescape=True)
    return env.get_template("redirect.html")


def test_no_address_vanishes() -> None:
    redirects = redirected()
    built = {address(page) for page in pages()}
    for gone in sorted(published().keys() - built - redirects.keys()):
        pytest.fail(
            f"{gone} was published and is no page any more: readers have "
            f"links to it. Add a line to hooks/redirects.json that says where "
            f'its text is now, such as "{gone}": "caching/patterns/"'
        )
    for old, new in redirects.items():
        assert (SITE / old / "index.html").is_file(), (
            f"hooks/redirects.json: {old} leads nowhere: name a page of today"
        )
        path, anchor = urldefrag(new)
        html = (SITE / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, (
            f"hooks/redirects.json: {new} has no such section: name one of it"
        )


def test_every_address_is_recorded() -> None:
    new = {address(page) for page in READ} - published().keys()
    assert not new, f"{sorted(new)} is not recorded: run `make outputs`"
    assert set(addresses()) == {address(page) for page in READ}


def test_the_sitemap_has_every_page_and_nothing_else(home: str) -> None:
    tree = ElementTree.parse(SITE / "sitemap.xml").getroot()  # noqa: S314
    urls = [url.findtext(f"{SITEMAP}loc") for url in tree]
    assert sorted(map(str, urls)) == sorted(home + address(p) for p in READ)


def test_the_sitemap_dates_a_page_by_what_changed(home: str) -> None:
    tree = ElementTree.parse(SITE / "sitemap.xml").getroot()  # noqa: S314
    days = {
        str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod")
        for url in tree
    }
    for path, day in published().items():
        assert (days.get(home + path) or day) >= day
    assert len(set(days.values())) > 1, "each has the day of the build"


def test_crawlers_find_the_sitemap(home: str) -> None:
    lines = (SITE / "robots.txt").read_text().splitlines()
    assert f"Sitemap: {home}sitemap.xml" in lines


@pytest.mark.parametrize("page", READ)
def test_a_page_says_its_address_and_what_others_show_of_it(
    page: str, home: str, parsed: dict[str, BeautifulSoup]
) -> None:
    soup = parsed[page]
    links = soup.select("link[rel=canonical]")
    assert [link["href"] for link in links] == [home + address(page)]
    assert meta(soup, "og:url") == home + address(page)
    assert soup.title
    assert soup.title.text.startswith(meta(soup, "og:title"))
    assert meta(soup, "og:description") == meta(soup, "description")
    picture = meta(soup, "og:image").removeprefix(home)
    with Image.open(SITE / picture) as image:
        assert image.size == (WIDTH, HEIGHT)
    [feed] = soup.select("link[type='application/atom+xml']")
    assert urljoin(home + address(page), str(feed["href"])) == f"{home}feed.xml"


def test_each_page_has_a_picture_of_its_own() -> None:
    files = [*(SITE / "assets" / "cards").rglob("*.png")]
    assert len({file.read_bytes() for file in files}) == len(READ)


def test_a_picture_is_the_same_each_time_and_holds_a_long_title() -> None:
    title = "What a connection costs, and what each later request does not pay"
    drawn = picture(title, "Networking", "Guide")
    picture.cache_clear()
    assert picture(title, "Networking", "Guide") == drawn
    with Image.open(BytesIO(drawn)) as image:
        paper = image.convert("RGB").crop((WIDTH - 40, 0, WIDTH, HEIGHT))
    assert paper.getcolors(), "only so many colours"
    assert len(paper.getcolors() or []) == 1, "the title leaves the picture"


def test_lines_hold_every_word() -> None:
    font = ImageFont.truetype(FONTS / "DejaVuSans-Bold.ttf", 84)
    title = "From a load to a decision: what policy and size are worth"
    lines = wrapped(title, font)
    assert len(lines) > 1
    assert " ".join(lines) == title


def test_the_feed_tells_what_is_new_latest_first(home: str) -> None:
    feed = ElementTree.parse(SITE / "feed.xml").getroot()  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids), "a reader's program knows entries by it"
    known = {home + address(page) for page in READ}
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href") in known
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}summary")


def test_front_matter_says_what_changed_by_day() -> None:
    assert reworked({"title": "Eviction"}) == {}
    changes = {date(2026, 12, 24): "A figure of restarts."}
    told = reworked({"changes": changes})
    assert told == {"2026-12-24": "A figure of restarts."}


@pytest.mark.parametrize(
    "changes",
    ["A figure.", {"yesterday": "A figure."}, {date(2026, 12, 24): ["A"]}],
)
def test_changes_in_another_form_are_refused(changes: object) -> None:
    with pytest.raises(ValueError, match="A"):
        reworked({"changes": changes})


def test_a_page_was_checked_at_its_latest_change_or_later() -> None:
    day, later = date(2026, 12, 24), date(2026, 12, 31)
    assert checked({}, "") is None
    assert checked({}, "2026-12-24") == day
    assert checked({"checked": later}, "2026-12-24") == later
    assert checked({"checked": day}, "2026-12-31") == later
    assert checked({"checked": day}, "") == day
    with pytest.raises(ValueError, match="soon"):
        checked({"checked": "soon"}, "2026-12-24")


def test_each_page_says_when_it_was_checked(
    parsed: dict[str, BeautifulSoup],
) -> None:
    first = published()
    for page in READ:
        [shown] = parsed[page].select(".md-copyright time")
        day = date.fromisoformat(str(shown["datetime"]))
        assert day >= date.fromisoformat(first[address(page)])
        assert shown.text == f"{day.day} {day:%B %Y}"


@pytest.mark.parametrize(
    ("new", "target"),
    [
        ("caching/eviction/", "../eviction/"),
        ("caching/eviction/#lru", "../eviction/#lru"),
        ("", "../.."),
    ],
)
def test_an_old_address_leads_to_the_new_one(
    new: str, target: str, template: jinja2.Template
) -> None:
    html = redirect(template, "caching/old/", new, "https://a.example/")
    soup = BeautifulSoup(html, "html.parser")
    [link] = soup.select("a")
    assert link["href"] == target
    [refresh] = soup.select("noscript meta[http-equiv=refresh]")
    assert refresh["content"] == f"0; url={target}"
    [canonical] = soup.select("link[rel=canonical]")
    page = new.partition("#")[0]
    assert canonical["href"] == f"https://a.example/{page}"
    assert "'sha256-" in html, "its policy allows its script"
