"""A term of the glossary, read again for other uses than its page."""

import re
from dataclasses import dataclass
from typing import Self

from bs4 import BeautifulSoup, Tag
from markdown.extensions.toc import slugify

GLOSSARY = "review/glossary.md"
# `LRU`, `gRPC`, `S3-FIFO`: one word with two capitals.
ABBREVIATION = re.compile(r"\S*[A-Z]\S*[A-Z]\S*")


@dataclass(frozen=True, slots=True)
class Term:
    """A name and, if it is short for something, the words; the rest as HTML.

    `section` links to what teaches it.
    """

    name: str
    words: str
    head: str
    definition: str
    section: str

    @classmethod
    def all(cls, page: Tag) -> list[Self]:
        """The terms of the page's definition lists, in their order."""
        return [cls.read(head) for head in page.select("dt")]

    @classmethod
    def read(cls, head: Tag) -> Self:
        """The term of this `dt`: `LRU, <em>least recently used</em>`.

        Raises a ValueError unless a definition follows that ends with a link.
        """
        name, *_ = head.stripped_strings
        name = name.removesuffix(",")
        text, link = _split(head.find_next_sibling())
        if not text or not link:
            raise ValueError(
                f"`{name}` needs a definition, and at its end a link to the "
                "section that teaches it."
            )
        return cls(
            name=name,
            words=head.em.text if head.em else "",
            head=head.decode_contents(),
            definition=text,
            section=link,
        )

    @property
    def id(self) -> str:
        """Its anchor on the glossary's page."""
        return slugify(self.name.replace("+", " plus "), "-")

    @property
    def is_short(self) -> bool:
        """Whether a reader may ask what the letters mean."""
        return bool(self.words or ABBREVIATION.fullmatch(self.name))

    @property
    def hint(self) -> str:
        """What the letters mean, and the definition's first sentence; text."""
        text = " ".join(
            BeautifulSoup(self.definition, "html.parser").text.split()
        )
        first = re.sub(r"(?<=\.) .*", "", text)
        words = self.words[:1].upper() + self.words[1:]
        return f"{words}. {first}" if words else first


def _split(definition: Tag | None) -> tuple[str, str]:
    """The text and the link at its end, each empty if there is none."""
    if definition is None or definition.name != "dd":
        return "", ""
    link = "".join(map(str, definition.select("a")[-1:]))
    text, _, after = (
        definition.decode_contents().strip().rpartition(link or " ")
    )
    return ("", "") if after else (text.strip(), link)
