"""`make editions`: the built site as EPUB and PDF, and the Anki deck."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.utils import get_build_timestamp
from playwright.sync_api import sync_playwright

from editions.book import Book, read
from editions.chromium import Chromium, opened
from editions.epub import epub
from editions.pdf import pdf
from tests import programs
from tests.paths import ROOT, SITE

TARGET = ROOT / "build" / "editions"
NAME = "high-level-design"
DECK = f"assets/{NAME}.apkg"
FOLDER = Path(__file__).parent


def write(book: Book, chromium: Chromium, target: Path) -> None:
    """Write the book into the folder, as EPUB and as PDF."""
    book.illustrate(chromium.draw)
    style = (FOLDER / "book.css").read_text(encoding="utf-8")
    paper = (FOLDER / "paper.css").read_text(encoding="utf-8")
    built = datetime.fromtimestamp(get_build_timestamp(), UTC)
    cover = chromium.picture(book.cover(), width=1200, height=1800)
    (target / f"{NAME}.epub").write_bytes(
        epub(book, style, cover, chromium.xhtml, built)
    )
    (target / f"{NAME}.pdf").write_bytes(pdf(book, style + paper, chromium.pdf))


def _version() -> str:
    """The tag, or how far from one; the commit where there is none."""
    described = subprocess.run(
        ["git", "describe", "--tags", "--always"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return f"version {described.stdout.strip()}"


def main() -> None:
    """Write all three, and say how large they are."""
    path = programs.find(programs.BROWSER)
    assert path, programs.remedy(programs.BROWSER)
    TARGET.mkdir(parents=True, exist_ok=True)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=path, args=programs.CHROMIUM_ARGUMENTS
        ) as browser,
        opened(browser, SITE) as chromium,
    ):
        write(read(SITE, _version()), chromium, TARGET)
    shutil.copyfile(SITE / DECK, TARGET / f"{NAME}.apkg")
    for file in sorted(TARGET.iterdir()):
        size = file.stat().st_size / 1e6
        print(f"{file.relative_to(ROOT)}: {size:.1f} MB")


if __name__ == "__main__":
    main()
