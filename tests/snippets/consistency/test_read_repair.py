import pytest

from snippets.consistency.read_repair import (
    KEYS,
    expected,
    read_repair,
    unhinted,
)

ALL = set(range(KEYS))


@pytest.mark.parametrize("reads", [0, 100, 1_000, 10_000])
def test_the_run_agrees_with_the_expectation(reads: int) -> None:
    seeds = range(10)
    mean = sum(len(read_repair(ALL, reads, s)) for s in seeds) / len(seeds)
    assert mean == pytest.approx(expected(ALL, reads), rel=0.03)


def test_what_is_read_often_is_repaired_and_the_tail_stays_old() -> None:
    left = read_repair(ALL, 10_000)
    assert len(left) > 100
    assert not left & set(range(20))


def test_a_key_that_was_not_old_is_not_counted() -> None:
    assert read_repair(set(), 100) == set()
    assert read_repair({KEYS - 1}, 0) == {KEYS - 1}


def test_hints_cover_what_is_written_while_they_are_kept() -> None:
    assert unhinted(2) == unhinted(3) == set()
    assert len(unhinted(4)) == pytest.approx(KEYS / 4, rel=0.15)
    assert len(unhinted(12)) == pytest.approx(KEYS * 3 / 4, rel=0.15)
