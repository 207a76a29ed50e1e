"""A term of the glossary, read again for other uses than its page."""

import re
from dataclasses import dataclass
from typing import Self

from bs4 import Tag
from bs4.element import NavigableString
from markdown.extensions.toc import slugify

GLOSSARY = "review/glossary.md"
# `LRU`, `gRPC`, `S3-FIFO`: one word with two capitals.
ABBREVIATION = re.compile(r"\S*[A-Z]\S*[A-Z]\S*")


@dataclass(frozen=True, slots=True)
class Term:
    """What the glossary says of a name.

    `words` are what it is short for, if it is. `head` and `section`, a link to
    what teaches it, are HTML.
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

        Raises a ValueError unless a text and a link follow as its definition.
        """
        name, *_ = head.stripped_strings
        name = name.removesuffix(",")
        body = head.find_next_sibling()
        match body.contents if body else []:
            case [NavigableString() as text, Tag(name="a") as link]:
                return cls(
                    name=name,
                    words=head.em.text if head.em else "",
                    head=head.decode_contents(),
                    definition=" ".join(text.split()),
                    section=str(link),
                )
        raise ValueError(
            f"`{name}` needs a definition of plain text, and after it a link "
            "to the section that teaches it."
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
        """What the letters mean, and the definition's first sentence."""
        first = re.sub(r"(?<=\.) .*", "", self.definition)
        words = self.words[:1].upper() + self.words[1:]
        return f"{words}. {first}" if words else first
