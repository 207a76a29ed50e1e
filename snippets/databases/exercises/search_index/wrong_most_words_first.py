"""One rare word can weigh more than two common ones."""

import re
from collections import Counter
from math import log

K1, B = 1.2, 0.75


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"\w+", text.lower())


def weight(
    count: int, length: int, average: float, found: int, documents: int
) -> float:
    """What a word adds to a document's score, by BM25.

    It is `count` times among the `length` words of this document. Documents
    have `average` words; `found` of all `documents` have this one.
    """
    rarity = log(1 + (documents - found + 0.5) / (found + 0.5))
    saturation = K1 * (1 - B + B * length / average)
    return rarity * count * (K1 + 1) / (count + saturation)


class Index:
    """Documents that are added, replaced, removed and searched."""

    def __init__(self) -> None:
        self._documents: dict[int, Counter[str]] = {}
        self._postings: dict[str, dict[int, int]] = {}
        self._words = 0

    def add(self, number: int, text: str) -> None:
        """Add the document, or replace it if the number is there."""
        if number in self._documents:
            self.remove(number)
        counts = Counter(words(text))
        self._documents[number] = counts
        self._words += counts.total()
        for word, count in counts.items():
            self._postings.setdefault(word, {})[number] = count

    def remove(self, number: int) -> None:
        """Forget the document; raises KeyError if there is none."""
        counts = self._documents.pop(number)
        self._words -= counts.total()
        for word in counts:
            del self._postings[word][number]

    def search(self, query: str, best: int = 10) -> list[int]:
        """Numbers of documents with any word of the query, best first.

        At most `best` of them; of two equal ones the smaller number first. A
        word that the query repeats counts once.
        """
        scores: dict[int, float] = {}
        for word in dict.fromkeys(words(query)):
            found = self._postings.get(word, {})
            for number, count in found.items():
                scores[number] = scores.get(number, 0) + weight(
                    count,
                    self._documents[number].total(),
                    self._words / len(self._documents),
                    len(found),
                    len(self._documents),
                )
        asked = {*words(query)}
        ranked = sorted(
            scores,
            key=lambda number: (
                -len(asked & {*self._documents[number]}),
                -scores[number],
                number,
            ),
        )
        return ranked[:best]
