"""BM25: rare words count more, repeated ones less and less.

Time: O(documents with a word of the query). Space: O(words in all).
Source: Robertson, Zaragoza, "The probabilistic relevance framework: BM25 and
beyond", 2009, https://doi.org/10.1561/1500000019; rarity as in Lucene
"""

import re
from collections import Counter
from math import log

K1, B = 1.2, 0.75  # how fast a repeated word saturates; weight of the length
PRODUCTS = [
    "Blue mug, large",
    "Mug tree: holds any mug, and yet another mug, and one mug more",
    "Tea for a large pot",
    "Blue Mountain coffee",
    "Smug cat, picture, blue",
]


def words(text: str) -> list[str]:
    """Words in small letters, without punctuation."""
    return re.findall(r"\w+", text.lower())


class Index:
    """Inverted: for each word the documents with it, and how often."""

    def __init__(self, documents: list[str]) -> None:
        self.lengths = [len(words(text)) for text in documents]
        self.postings: dict[str, dict[int, int]] = {}
        for number, text in enumerate(documents):
            for word, count in Counter(words(text)).items():
                self.postings.setdefault(word, {})[number] = count

    def search(self, query: str) -> list[tuple[float, int]]:
        """Score and number of each document with a word of it, best first."""
        scores = dict[int, float]()
        average = sum(self.lengths) / len(self.lengths)
        for word in words(query):
            found = self.postings.get(word, {})
            absent = len(self.lengths) - len(found)
            rarity = log(1 + (absent + 0.5) / (len(found) + 0.5))
            for number, count in found.items():
                length = 1 - B + B * self.lengths[number] / average
                score = rarity * count * (K1 + 1) / (count + K1 * length)
                scores[number] = scores.get(number, 0) + score
        best = sorted(scores, key=lambda number: (-scores[number], number))
        return [(scores[number], number) for number in best]


if __name__ == "__main__":
    index = Index(PRODUCTS)
    for query in ["blue mug", "mugs"]:
        print(f"{query}:")
        for score, number in index.search(query):
            print(f"  {score:.2f}  {PRODUCTS[number]}")
    like = [text for text in PRODUCTS if "mug" in text.lower()]
    print("LIKE '%mug%':", *like, sep="\n  ")
