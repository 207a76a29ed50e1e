from itertools import combinations

import pytest

from snippets.consistency.write_back import cases, read


def inversions(n: int, r: int, *, back: bool) -> int:
    return sum(first > second for first, second, _ in cases(n, r, back))


@pytest.mark.parametrize(("n", "r"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3)])
def test_a_majority_that_writes_back_never_goes_back(n: int, r: int) -> None:
    assert inversions(n, r, back=True) == 0


def test_majorities_alone_go_back() -> None:
    assert inversions(3, 2, back=False) == 6
    assert inversions(5, 3, back=False) == 210


def test_reading_all_needs_no_write_back_and_reading_one_is_worst() -> None:
    assert inversions(3, 3, back=False) == 0
    assert inversions(3, 1, back=False) == 12


def test_writing_back_to_less_than_a_majority_is_not_enough() -> None:
    assert inversions(3, 1, back=True) > 0
    assert inversions(4, 2, back=True) > 0


def test_a_reader_that_writes_back_leaves_the_value_with_those_asked() -> None:
    copies = [0, 1, 0, 0, 0]
    assert read(copies, (1, 2, 3), back=True) == 1
    assert copies == [0, 1, 1, 1, 0]
    assert read(copies, (0, 1, 4), back=False) == 1
    assert copies == [0, 1, 1, 1, 0]


@pytest.mark.parametrize(("n", "r"), [(3, 1), (3, 2), (3, 3), (5, 3)])
def test_answers_differ_unless_all_of_r_are_alike(n: int, r: int) -> None:
    seen = [differ for *_, differ in cases(n, r, back=True)]
    assert sum(seen) / len(seen) == 1 - 2 ** (1 - r)


def test_agreeing_answers_are_a_majority_already() -> None:
    for asked in combinations(range(3), 2):
        copies = [int(at in asked) for at in range(3)]
        before = copies.copy()
        read(copies, asked, back=True)
        assert copies == before
