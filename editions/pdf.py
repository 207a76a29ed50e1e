"""Lays the book out on paper: one long page, which Chromium prints."""

import re
from collections.abc import Callable
from html import escape
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf
from pypdf import PdfReader

from editions.book import Book

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    "<title>{title}</title><style>{style}</style></head>"
    "<body>{body}</body></html>"
)
HEADING = re.compile(r"(</?h)([1-6])\b")
LINK = re.compile(r'(<a href="#([^"]+)">.*?</a>)')


def pdf(book: Book, style: str, printed: Callable[[str], bytes]) -> bytes:
    """The book's file; `printed` makes a PDF of HTML.

    Printed twice: only then it is known on which page a chapter begins.
    """
    book.places()
    pages = dict.fromkeys((chapter.slug for chapter in book.chapters), 0)
    first = PdfReader(BytesIO(printed(_paper(book, style, pages))))
    for slug in pages:
        target = first.named_destinations[f"/{slug}"]
        pages[slug] = 1 + (first.get_destination_page_number(target) or 0)
    return _smaller(printed(_paper(book, style, pages)))


def _smaller(pdf: bytes) -> bytes:
    """The same in a third of the size: Chromium packs no structure."""
    packed = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        document.save(
            packed,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return packed.getvalue()


def _paper(book: Book, style: str, pages: dict[str, int]) -> str:
    """One document, its headings as deep as its contents."""
    first, *others = (
        f'<section id="{chapter.slug}" class="depth-{chapter.depth}">'
        f"{_deeper(chapter.html, chapter.depth)}</section>"
        for chapter in book.chapters
    )
    contents = LINK.sub(
        lambda match: f'{match[1]} <span class="page">{pages[match[2]]}</span>',
        book.contents(),
    )
    contents = f'<nav id="contents"><h1>Contents</h1>{contents}</nav>'
    return PAGE.format(
        title=escape(book.title),
        style=style,
        body="".join([first, contents, *others]),
    )


def _deeper(html: str, by: int) -> str:
    return HEADING.sub(
        lambda match: f"{match[1]}{min(6, int(match[2]) + by)}", html
    )
