"""Turns what a page can do on a screen into what a book can say."""

import re
from collections.abc import Callable

from bs4 import Tag

from blocks.attributes import ATTRIBUTES

# What only scripts, or a screen, have a use for.
NOT_IN_A_BOOK = (
    ".md-content__button, .headerlink, .lab-download, .drill form, wbr, "
    "[data-progress], [data-review]"
)
TOKEN = re.compile(r'<span class="(\w+)">([^<]*)</span>')
# The tokens that editions/book.css colours: the others only add to the size.
COLOURED = re.compile(r"c[hmps1]?|sd|k[dnprt]?|s[12]?|n[cf]|m[fhi]?")
# A book's paper is white, whatever the screen.
COLOURS = {
    "var(--md-accent-fg-color)": "#0b7285",
    "var(--md-default-bg-color)": "#fff",
}
# What names an element of the same picture.
OF_PICTURE = re.compile(r"(?<=url\(#)[^)]+")
# What a script or a tab key is meant for.
DROPPED = re.compile(r"data-.*|tabindex|hidden|download|rel|target")
# What needs a role and a name only because it is operated, or scrolls.
BOXES = "div pre table thead tbody tr th td".split()


def lighten(html: str) -> str:
    """Without the marks of code that have no colour, four fifths of them."""
    return TOKEN.sub(
        lambda match: match[0] if COLOURED.fullmatch(match[1]) else match[2],
        html,
    )


def refer(body: Tag, slug: str, link: Callable[[str], str]) -> None:
    """Make ids unique in the book, and have links lead where `link` says."""

    def own(anchor: str) -> str:
        return f"{slug}--{anchor.replace(':', '-')}"

    for element in body.find_all(True):
        for name, value in element.attrs.items():
            if not isinstance(value, str):
                continue
            if name in ("id", "aria-labelledby"):
                element[name] = " ".join(map(own, value.split()))
            elif name == "href":
                element[name] = link(value)
            elif name == "xlink:href":
                element[name] = f"#{own(value[1:])}"
            elif "url(#" in value:
                element[name] = OF_PICTURE.sub(lambda m: own(m[0]), value)


def flatten(body: Tag) -> None:
    """Leave only what a reader without a screen can use, all of it open."""
    for element in body.select(NOT_IN_A_BOOK):
        element.decompose()
    for output in body.select(f".run-output > [{ATTRIBUTES['output']}]"):
        if not output.text and output.parent:  # an exercise's, not yet run
            output.parent.decompose()
    for box in body.select("input[type=checkbox]"):
        box.replace_with("☐")
    for element in body.find_all(True):
        if element.name == "details":
            element.name = "div"
        elif element.name == "summary":
            element.name = "p"
            element["class"] = "summary"
        _clean(element)


def _clean(element: Tag) -> None:
    """Leave the attributes that say something in a book."""
    for name, value in list(element.attrs.items()):
        role = name in ("role", "aria-label") and element.name in BOXES
        if role or DROPPED.fullmatch(name):
            del element[name]
        elif isinstance(value, str) and "var(" in value:
            for variable, colour in COLOURS.items():
                value = value.replace(variable, colour)
            element[name] = value
