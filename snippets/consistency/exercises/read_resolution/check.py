"""Votes are counted, answers are merged, and replicas are mended."""

from copy import deepcopy
from itertools import combinations, permutations, product
from random import Random

from solution import Row, is_safe, resolve

ONE_EACH = {"a": 1, "b": 1, "c": 1}
OLD: Row = {"city": (1, "Oslo")}
NEW: Row = {"city": (2, "Rome")}


def test_majorities_are_safe() -> None:
    assert is_safe(ONE_EACH, 2, 2), "Two and two of three meet."
    assert is_safe(ONE_EACH, 1, 3), "One meets all."
    assert is_safe({"a": 1}, 1, 1), "One replica is a quorum of one."
    said = "More than the least is safe as well: it is only slower."
    assert is_safe(ONE_EACH, 3, 3), said
    assert is_safe({"a": 3, "b": 1, "c": 1}, 5, 4), said


def test_a_read_must_meet_each_write() -> None:
    said = "r + w must exceed all votes: with just as many two sets can differ."
    assert not is_safe(ONE_EACH, 1, 2), said
    assert not is_safe({"a": 1, "b": 1, "c": 1, "d": 1}, 1, 3), said


def test_two_writes_must_meet() -> None:
    said = "Two writes must meet as well: w must exceed half of the votes."
    assert not is_safe(ONE_EACH, 3, 1), said
    assert not is_safe(ONE_EACH | {"d": 1}, 3, 2), said


def test_votes_are_counted_not_replicas() -> None:
    votes = {"a": 3, "b": 1, "c": 1}
    assert is_safe(votes, 3, 3), "a alone is a quorum: it has three votes."
    assert not is_safe(votes, 2, 2), (
        "Count votes, not replicas: a, and b with c, do not meet."
    )


def test_a_quorum_must_be_reached_by_somebody() -> None:
    said = "Nobody has more votes than there are: such a quorum is never met."
    assert not is_safe(ONE_EACH, 1, 4), said
    assert not is_safe(ONE_EACH, 4, 2), said


def test_safe_is_what_all_sets_say() -> None:
    for numbers in product(range(1, 4), repeat=3):
        votes = dict(zip("abc", numbers, strict=True))
        sets = [s for n in range(1, 4) for s in combinations("abc", n)]
        for r, w in product(range(1, sum(numbers) + 2), repeat=2):
            reads, writes = (
                [set(s) for s in sets if sum(votes[x] for x in s) >= need]
                for need in (r, w)
            )
            meet = all(a & b for a in writes for b in reads + writes)
            if is_safe(votes, r, w):
                said = f"Votes {votes}, r={r}, w={w}: two quorums do not meet."
                assert reads, said
                assert writes, said
                assert meet, said


def test_too_few_votes_are_no_answer() -> None:
    assert resolve({"a": NEW, "b": None}, ONE_EACH, 2) is None, (
        "A replica without an answer has no vote."
    )
    assert resolve({"a": NEW}, ONE_EACH, 2) is None, "One vote is not two."
    assert resolve({"a": NEW}, {"a": 2, "b": 1}, 2) == (NEW, {}), (
        "a has two votes, so it is enough alone."
    )
    both: dict[str, Row | None] = {"b": NEW, "c": NEW}
    assert resolve(both, {"a": 3, "b": 1, "c": 1}, 3) is None, (
        "Two answers are not three votes: count the votes of who answered."
    )


def test_r_is_what_this_read_needs() -> None:
    said = "r says how many votes this read needs, majority or not."
    assert resolve({"a": NEW}, ONE_EACH, 1) == (NEW, {}), said
    assert resolve({"a": NEW, "b": NEW}, ONE_EACH, 3) is None, said


def test_a_replica_that_has_nothing_has_answered() -> None:
    assert resolve({"a": {}, "b": {}}, ONE_EACH, 2) == ({}, {}), (
        "An empty row is an answer: this replica knows of nothing."
    )
    assert resolve({"a": {}, "b": NEW}, ONE_EACH, 2) == (NEW, {"a": NEW}), (
        "Who has nothing lacks everything."
    )


def test_the_newest_counts_in_any_order() -> None:
    for order in permutations([("a", OLD), ("b", NEW), ("c", OLD)]):
        answers: dict[str, Row | None] = dict(order)
        assert resolve(answers, ONE_EACH, 2) == (NEW, {"a": NEW, "c": NEW}), (
            "The highest stamp counts, whoever answers first, and how many."
        )


def test_each_column_has_its_own_stamp() -> None:
    one: Row = {"city": (3, "Rome"), "name": (1, "Ada")}
    two: Row = {"city": (1, "Oslo"), "name": (2, "Ada L.")}
    got = resolve({"a": one, "b": two}, ONE_EACH, 2)
    assert got is not None, "Both have answered."
    assert got[0] == {"city": (3, "Rome"), "name": (2, "Ada L.")}, (
        "Merge column by column: the newest row may be on no replica."
    )
    assert got[1] == {
        "a": {"name": (2, "Ada L.")},
        "b": {"city": (3, "Rome")},
    }, "Send each replica only what it lacks."


def test_columns_of_one_replica_stay() -> None:
    answers: dict[str, Row | None] = {
        "a": {"x": (1, "1")},
        "b": {"y": (1, "2")},
    }
    assert resolve(answers, ONE_EACH, 2) == (
        {"x": (1, "1"), "y": (1, "2")},
        {"a": {"y": (1, "2")}, "b": {"x": (1, "1")}},
    ), "A column that only one replica has is a part of the row."


def test_equal_stamps() -> None:
    said = "Of equal stamps the larger value counts, or replicas never agree."
    for first, second in permutations(["Oslo", "Rome"]):
        answers: dict[str, Row | None] = {
            "a": {"city": (1, first)},
            "b": {"city": (1, second)},
        }
        got = resolve(answers, ONE_EACH, 2)
        assert got is not None, "Both have answered."
        assert got[0] == {"city": (1, "Rome")}, said
        lacks = "a" if first == "Oslo" else "b"
        assert got[1] == {lacks: {"city": (1, "Rome")}}, said


def test_stamps_and_values_may_be_small() -> None:
    answers: dict[str, Row | None] = {
        "a": {"city": (-2, "Oslo")},
        "b": {"city": (-1, "")},
    }
    assert resolve(answers, ONE_EACH, 2) == (
        {"city": (-1, "")},
        {"a": {"city": (-1, "")}},
    ), "Stamps may be negative, and the empty text is a value."


def test_agreement_needs_no_repair() -> None:
    answers: dict[str, Row | None] = {"a": NEW, "b": dict(NEW)}
    assert resolve(answers, ONE_EACH, 2) == (NEW, {}), (
        "Who lacks nothing is sent nothing."
    )


def test_who_did_not_answer_is_sent_nothing() -> None:
    answers: dict[str, Row | None] = {"a": OLD, "b": NEW, "c": None}
    got = resolve(answers, ONE_EACH, 2)
    assert got is not None, "Two have answered."
    assert "c" not in got[1], (
        "Nobody knows what a silent replica lacks: send it nothing."
    )


def test_answers_stay_as_they_were() -> None:
    answers: dict[str, Row | None] = {"a": dict(OLD), "b": dict(NEW), "c": {}}
    answers["d"] = None
    before = deepcopy(answers)
    got = resolve(answers, ONE_EACH | {"d": 1}, 2)
    assert answers == before, "The answers are not yours to change."
    assert got is not None, "All have answered."
    got[0]["city"] = (9, "Bern")
    assert answers == before, "The row is your own, and no replica's answer."
    assert got[1]["a"] == NEW, "A repair is not changed with the row."


def test_after_the_repairs_all_agree() -> None:
    rng = Random(1)
    for _ in range(300):
        rows: dict[str, Row] = {
            name: {
                column: (rng.randrange(3), rng.choice("xyz"))
                for column in "klm"
                if rng.random() < 0.7
            }
            for name in "abc"
        }
        got = resolve(dict(rows), ONE_EACH, 3)
        assert got is not None, "All have answered."
        for name, row in rows.items():
            row.update(got[1].get(name, {}))
            assert row == got[0], "With its repair each replica has the row."
