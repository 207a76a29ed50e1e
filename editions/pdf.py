"""Lays the book out as one long page, for Chromium to print."""

import re
from html import escape

from editions.book import Book

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    "<title>{title}</title><style>{style}</style></head>"
    "<body>{body}</body></html>"
)
HEADING = re.compile(r"(</?h)([1-6])\b")


def paper(book: Book, style: str) -> str:
    """The book as one HTML document, its headings as deep as its contents."""
    first, *others = (
        f'<section id="{chapter.slug}" class="depth-{chapter.depth}">'
        f"{_deeper(chapter.html, chapter.depth)}</section>"
        for chapter in book.chapters
    )
    contents = (
        f'<nav id="contents"><h1>Contents</h1>{book.contents()}</nav>'
    )
    book.places()
    return PAGE.format(
        title=escape(book.title),
        style=style,
        body="".join([first, contents, *others]),
    )


def _deeper(html: str, by: int) -> str:
    return HEADING.sub(
        lambda match: f"{match[1]}{min(6, int(match[2]) + by)}", html
    )
