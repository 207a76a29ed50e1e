import itertools
from math import log

import pytest

from snippets.databases.bm25 import K1, PRODUCTS, B, Index, words


def ranked(documents: list[str], query: str) -> list[int]:
    return [number for _, number in Index(documents).search(query)]


def test_a_score_is_that_of_the_formula() -> None:
    [(score, number)] = Index(["tea tea", "pot of coffee"]).search("tea")
    rarity = log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    length = 1 - B + B * 2 / 2.5
    expected = rarity * 2 * (K1 + 1) / (2 + K1 * length)
    assert number == 0
    assert score == pytest.approx(expected)


def test_it_finds_words_and_not_pieces_of_them() -> None:
    assert ranked(["Smug cat", "A mug."], "MUG") == [1]
    assert ranked(PRODUCTS, "mugs") == []


def test_a_rare_word_counts_more() -> None:
    documents = ["blue tea", "mug tea", "blue pot", "blue cat"]
    assert ranked(documents, "blue mug")[0] == 1


def test_more_of_a_word_counts_more_and_less_each_time() -> None:
    documents = ["mug " * n + "x " * (20 - n) for n in range(1, 20)]
    scores = [score for score, _ in Index(documents).search("mug")][::-1]
    gains = [b - a for a, b in itertools.pairwise(scores)]
    assert all(gain > 0 for gain in gains)
    assert gains == sorted(gains, reverse=True)


def test_of_two_with_the_word_the_shorter_wins() -> None:
    assert ranked(["a mug for tea", "mug"], "mug") == [1, 0]


def test_documents_without_a_word_are_not_read() -> None:
    index = Index(PRODUCTS)
    assert {number for _, number in index.search("tea")} == set(
        index.postings["tea"]
    )


def test_equal_scores_keep_the_order_of_the_documents() -> None:
    assert ranked(["mug", "tea", "mug"], "mug") == [0, 2]


def test_words_are_small_letters_and_digits() -> None:
    assert words("Blue mug, 0.3 l!") == ["blue", "mug", "0", "3", "l"]
