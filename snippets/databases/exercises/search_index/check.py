"""What the index promises, whatever is added, replaced and removed."""

from collections import Counter
from random import Random

import pytest
import solution
from solution import Index, weight, words

BLUE = ["tea", "mug", "pot", "blue", "cat", "sea"]


def index_of(documents: dict[int, str]) -> Index:
    index = Index()
    for number, text in documents.items():
        index.add(number, text)
    return index


def by_reading_all(documents: dict[int, str], query: str) -> dict[int, float]:
    """The definition: the score of each document with a word of the query."""
    texts = {number: words(text) for number, text in documents.items()}
    average = sum(map(len, texts.values())) / max(1, len(texts))
    scores: dict[int, float] = {}
    for word in set(words(query)):
        found = [number for number, text in texts.items() if word in text]
        for number in found:
            scores[number] = scores.get(number, 0) + weight(
                texts[number].count(word),
                len(texts[number]),
                average,
                len(found),
                len(texts),
            )
    return scores


def expect(documents: dict[int, str], query: str) -> list[int]:
    scores = by_reading_all(documents, query)
    return sorted(
        scores, key=lambda number: (-round(scores[number], 9), number)
    )


def test_a_document_is_found_by_its_words() -> None:
    index = index_of({1: "Blue mug", 2: "Black tea", 3: "Smug cat"})
    assert index.search("MUG") == [1], (
        "Documents are found by whole words, in whatever letters. A smug cat "
        f"is no mug. Got {index.search('MUG')}."
    )
    try:
        assert index.search("coffee") == [], "A word that nobody has: nothing."
    except KeyError as error:
        pytest.fail(f"A word in no document is no error: KeyError {error}.")


def test_any_word_of_the_query_is_enough() -> None:
    index = index_of({1: "blue pot", 2: "blue mug", 3: "tea"})
    assert index.search("blue mug") == [2, 1], (
        "A document with some of the words is found, behind those with more. "
        f"Got {index.search('blue mug')}."
    )


def test_a_word_in_a_document_more_often_counts_more() -> None:
    index = index_of({1: "mug and tea and pot", 2: "mug or mug or mug"})
    assert index.search("mug") == [2, 1], (
        "How often a word is in the document counts. Keep the number, not "
        f"only the fact. Got {index.search('mug')}."
    )


def test_the_length_is_in_words() -> None:
    documents = {1: "sea sea sea sea sea sea mug", 2: "mug pot tea cat"}
    index = index_of(documents)
    assert index.search("mug") == [2, 1], (
        "A document is as long as it has words, repeated ones included. "
        f"Got {index.search('mug')}."
    )


def test_a_word_is_rare_by_documents() -> None:
    documents = {1: "sea sea sea sea", 2: "pot tea cat mug", 3: "pot tea cat"}
    index = index_of({**documents, 4: "mug tea"})
    expected = expect({**documents, 4: "mug tea"}, "sea mug")
    assert index.search("sea mug") == expected, (
        "A word is rare if few documents have it, however often. "
        f"Got {index.search('sea mug')}, right is {expected}."
    )


TEAPOTS = {1: "tea pot", 2: "tea pot", 3: "tea pot", 4: "sea"}


def test_the_score_alone_decides() -> None:
    found = index_of(TEAPOTS).search("tea pot sea")
    assert found == [4, 1, 2, 3], (
        "One rare word can weigh more than two common ones. How many words of "
        f"the query a document has is no order: got {found}."
    )


def test_a_number_is_no_count() -> None:
    index = index_of({n * 1000: text for n, text in TEAPOTS.items()})
    found = index.search("tea pot sea")
    assert found == [4000, 1000, 2000, 3000], (
        "There are as many documents as were added and not removed. Their "
        f"numbers need not be 1, 2, 3: got {found}."
    )


def test_a_word_that_the_query_repeats_counts_once() -> None:
    documents = {1: "blue pot", 2: "mug tea", 3: "blue cat", 4: "tea", 5: "sea"}
    once = index_of(documents).search("mug blue")
    again = index_of(documents).search("mug blue blue blue blue")
    assert again == once, (
        "A word that the query repeats counts once. "
        f"“mug blue” gives {once}, repeated {again}."
    )


def test_equal_ones_come_by_their_number() -> None:
    index = index_of({5: "mug", 3: "mug", 4: "mug"})
    assert index.search("mug") == [3, 4, 5], (
        "Of two equal documents the smaller number comes first. The order in "
        f"which they were added is none: {index.search('mug')}."
    )


def test_no_more_than_asked_for() -> None:
    index = index_of(dict.fromkeys(range(20), "mug"))
    assert index.search("mug", best=3) == [0, 1, 2], "At most `best` of them."
    assert len(index.search("mug")) == 10, "Ten, if nothing is said."
    assert index.search("mug", best=0) == [], "None, if none is asked for."


def test_a_replaced_document_loses_its_old_words() -> None:
    index = index_of({1: "blue mug", 2: "tea"})
    index.add(1, "black pot")
    assert index.search("mug") == [], (
        "A document that is replaced is no longer found by its old words. "
        f"Take it out of their lists first. Got {index.search('mug')}."
    )
    assert index.search("pot") == [1], "It is found by its new ones."


def test_a_removed_document_is_gone() -> None:
    index = index_of({1: "blue mug", 2: "mug"})
    index.remove(2)
    assert index.search("mug") == [1], "What was removed is not found."


def test_a_removed_document_no_longer_counts() -> None:
    documents = {1: "mug tea", 2: "mug mug pot pot pot pot pot pot"}
    index = index_of({**documents, 9: "sea " * 60})
    index.remove(9)
    expected = expect(documents, "mug")
    assert index.search("mug") == expected, (
        "The average length is that of the documents now there. One of 60 "
        f"words was removed: got {index.search('mug')}, right is {expected}."
    )


def test_removing_what_is_not_there_is_an_error() -> None:
    index = index_of({1: "mug"})
    for number in (2, 1, 1):
        if number == 1 and index.search("mug") == [1]:
            index.remove(1)
            continue
        try:
            index.remove(number)
        except KeyError:
            continue
        pytest.fail(
            "Removing a document that is not there raises KeyError. "
            f"Number {number} is not there."
        )


def test_a_document_without_words_is_a_document() -> None:
    index = index_of({1: "", 2: "mug"})
    try:
        index.remove(1)
    except KeyError:
        pytest.fail("A document without words is there too, and is removed.")
    assert index.search("mug") == [2], "The others stay."
    assert Index().search("mug") == [], "An empty index finds nothing."


class Word(str):
    """A word that counts how often it is looked up or compared."""

    __slots__ = ()
    touched = 0

    def __eq__(self, other: object) -> bool:
        Word.touched += 1
        return str.__eq__(self, other)

    def __hash__(self) -> int:
        Word.touched += 1
        return str.__hash__(self)


def test_a_search_reads_lists_and_no_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = index_of({n: f"tea pot number{n}" for n in range(500)})
    monkeypatch.setattr(
        solution, "words", lambda text: [Word(word) for word in words(text)]
    )
    Word.touched = 0
    found = index.search("number7 number8")
    assert sorted(found) == [7, 8], "Two documents have one of the words."
    assert Word.touched <= 60, (
        "A search looks its words up, and reads no document without them. "
        f"With 500 documents a word was compared {Word.touched} times."
    )


def test_it_ranks_as_reading_all_documents_does() -> None:
    rng = Random(7)
    for _ in range(60):
        index, documents = Index(), dict[int, str]()
        for _ in range(rng.randrange(1, 12)):
            number = rng.randrange(6)
            if number in documents and rng.random() < 0.3:
                index.remove(number)
                del documents[number]
            else:
                text = " ".join(rng.choices(BLUE, k=rng.randrange(7)))
                index.add(number, text)
                documents[number] = text
        query = " ".join(rng.choices(BLUE, k=2))
        scores = by_reading_all(documents, query)
        found = index.search(query)
        assert Counter(found) == Counter(list(scores)), (
            f"{query!r} in {documents} found {found}, not {sorted(scores)}."
        )
        ordered = [round(scores[number], 9) for number in found]
        assert ordered == sorted(ordered, reverse=True), (
            f"{query!r} in {documents} came in the order {found}, not "
            f"{expect(documents, query)}."
        )
