"""Writes the book as EPUB 3.3: https://www.w3.org/TR/epub-33/."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from editions.book import DESCRIPTION, Book

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0"
  xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/package.opf"
      media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package version="3.0" xml:lang="en" unique-identifier="id"
  xmlns="http://www.idpf.org/2007/opf">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
    <dc:title>{title}</dc:title>
    <dc:language>en</dc:language>
    <dc:description>{description}</dc:description>
    <dc:source>{address}</dc:source>
    <dc:rights>Text CC BY 4.0, code MIT</dc:rights>
    <meta property="dcterms:modified">{modified}</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessMode">visual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">structuralNavigation</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">Every diagram and figure is
      told in the text beside it.</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"
      properties="nav"/>
    <item id="style" href="book.css" media-type="text/css"/>
    <item id="cover" href="cover.png" media-type="image/png"
      properties="cover-image"/>
{items}
  </manifest>
  <spine>
{spine}
  </spine>
</package>
"""
PAGE = (
    '<!DOCTYPE html><html lang="en" xml:lang="en"><head><meta charset="utf-8">'
    '<title>{title}</title><link rel="stylesheet" href="book.css"></head>'
    "<body>{body}</body></html>"
)
INSIDE = re.compile(r'(<a (?:[^>]* )?href=")#([^"]+)')


def epub(
    book: Book,
    style: str,
    cover: bytes,
    xhtml: Callable[[str], str],
    built: datetime,
) -> bytes:
    """The book's file; `xhtml` makes HTML well-formed."""
    places = book.places()

    def page(title: str, body: str) -> str:
        """A file, each link leading to the one that has its anchor."""
        written = xhtml(PAGE.format(title=escape(title), body=body))
        return INSIDE.sub(
            lambda match: f"{match[1]}{places[match[2]]}.xhtml#{match[2]}",
            written,
        )

    files: dict[str, str | bytes] = {"book/book.css": style}
    items, spine = [], []
    for chapter in book.chapters:
        text = page(
            chapter.title,
            f'<section id="{chapter.slug}">{chapter.html}</section>',
        )
        files[f"book/{chapter.slug}.xhtml"] = text
        drawn = ' properties="svg"' if "<svg" in text else ""
        items.append(
            f'    <item id="page-{chapter.slug}" href="{chapter.slug}.xhtml" '
            f'media-type="application/xhtml+xml"{drawn}/>'
        )
        spine.append(f'    <itemref idref="page-{chapter.slug}"/>')
    spine.insert(1, '    <itemref idref="nav"/>')
    contents = (
        '<nav epub:type="toc" id="contents"><h1>Contents</h1>'
        f"{book.contents()}</nav>"
    )
    files["book/nav.xhtml"] = page("Contents", contents).replace(
        "<html ", '<html xmlns:epub="http://www.idpf.org/2007/ops" ', 1
    )
    files["book/cover.png"] = cover
    files["book/package.opf"] = PACKAGE.format(
        identifier=uuid5(NAMESPACE_URL, book.address),
        title=escape(book.title),
        description=DESCRIPTION,
        address=escape(book.address),
        modified=f"{built.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        items="\n".join(items),
        spine="\n".join(spine),
    )
    files["META-INF/container.xml"] = CONTAINER
    return _packed(files, built)


def _packed(files: dict[str, str | bytes], built: datetime) -> bytes:
    """The files as a ZIP that tells by its first bytes what it is."""
    written = BytesIO()
    stamp = built.timetuple()[:6]
    with ZipFile(written, "w") as archive:
        archive.writestr(
            ZipInfo("mimetype", stamp), "application/epub+zip", ZIP_STORED
        )
        for name, content in files.items():
            info = ZipInfo(name, stamp)
            archive.writestr(info, content, ZIP_DEFLATED, compresslevel=9)
    return written.getvalue()
