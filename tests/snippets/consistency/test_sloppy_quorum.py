from snippets.consistency.sloppy_quorum import (
    HOME,
    RING,
    count,
    goes_to,
    outcome,
)


def test_strict_quorums_never_answer_on_both_sides() -> None:
    strict = count(sloppy=False)
    assert strict == {"confirmed": 16, "refused": 16}


def test_sloppy_quorums_take_more_writes_and_read_old_values() -> None:
    sloppy = count(sloppy=True)
    assert sloppy["confirmed"] == 26
    assert sloppy["bob's read is answered, and old"] == 20


def test_after_the_cut_the_home_may_not_have_a_confirmed_write() -> None:
    said = outcome("de", "abc", sloppy=True)
    assert "and none of a, b, c has it" in said
    assert outcome("ade", "bc", sloppy=True) == [
        "confirmed",
        "bob's read is answered, and old",
        "after the cut a read of a, b, c can be old",
    ]
    assert outcome("acd", "be", sloppy=True)[-1] != said[-1]


def test_without_a_cut_both_are_the_same() -> None:
    for sloppy in (True, False):
        assert outcome(RING, "", sloppy) == ["confirmed"]
    assert HOME == "abc"


def test_each_side_is_counted() -> None:
    for sloppy in (True, False):
        counts = count(sloppy)
        assert counts["confirmed"] + counts["refused"] == 32


def test_a_sloppy_quorum_is_of_the_first_three_in_reach() -> None:
    assert goes_to("abde", sloppy=True) == {"a", "b", "d"}
    assert goes_to("cde", sloppy=True) == set("cde")
    assert goes_to("abde", sloppy=False) == set("ab")
