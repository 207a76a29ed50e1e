from random import Random

import pytest

from snippets.consistency.history_checker import legal_order, parse
from snippets.consistency.replica_script import SCRIPT, run
from tests.paths import ROOT

SURFACES = """
0 drop ada b
0 drop ada c
0 slow cyd a 9
1 ada write red 2
3 bob read 2
5 cyd read 2
"""
SKEW = """
0 clock bob -5
1 ada write red 2
3 bob write blue 2
5 cyd read 2
"""
CUT = """
0 part ada a
1 ada write red 2
2 bob write blue 2
6 part
7 cyd read 2
"""


def fits(script: str, *, clock: bool = True) -> bool:
    """Whether the history is linearizable, or sequential without a clock."""
    ops = frozenset(parse("\n".join(run(script))))
    return legal_order(ops, clock) is not None


def test_the_page_shows_these_scripts() -> None:
    page = (ROOT / "docs/consistency/quorums.md").read_text(encoding="utf-8")
    for script in (SURFACES, SKEW, CUT):
        assert f"```text{script}```" in page


def test_a_write_in_flight_is_seen_and_then_not() -> None:
    assert run(SCRIPT) == [
        "ada 1-10 x red write",
        "bob 3-4 x red read",
        "cyd 5-6 x 0 read",
    ]
    assert not fits(SCRIPT)
    assert fits(SCRIPT, clock=False)


def test_the_same_in_any_order_of_lines() -> None:
    lines = SCRIPT.split("\n")
    assert sorted(run("\n".join(reversed(lines)))) == sorted(run(SCRIPT))


def test_with_one_more_answer_both_see_the_new_value() -> None:
    lines = run(SCRIPT.replace("read 2", "read 3"))
    assert lines[1:] == ["bob 3-4 x red read", "cyd 5-14 x red read"]
    assert fits(SCRIPT.replace("read 2", "read 3"))


def test_a_write_without_its_quorum_is_seen_and_then_not() -> None:
    assert run(SURFACES) == [
        "ada 1-? x red write",
        "bob 3-4 x red read",
        "cyd 5-6 x 0 read",
    ]
    assert not fits(SURFACES)


def test_a_write_without_its_quorum_may_surface_later() -> None:
    old_first = SURFACES.replace("3 bob", "7 bob")
    assert run(old_first)[1:] == ["cyd 5-6 x 0 read", "bob 7-8 x red read"]
    assert fits(old_first), "As long as the write counts as not ended."


def test_a_clock_that_is_behind_loses_the_later_write() -> None:
    assert run(SKEW) == [
        "ada 1-2 x red write",
        "bob 3-4 x blue write",
        "cyd 5-6 x red read",
    ]
    assert not fits(SKEW)
    assert fits(SKEW.replace("bob -5", "bob -1"))


def test_a_part_without_a_quorum_gets_no_answer() -> None:
    assert run(CUT) == [
        "ada 1-? x red write",
        "bob 2-3 x blue write",
        "cyd 7-8 x blue read",
    ]
    answered = run(CUT.replace("red 2", "red 1"))
    assert answered[0] == "ada 1-2 x red write"
    assert answered[2] == "cyd 7-8 x blue read"


def test_with_all_a_single_slow_replica_is_a_timeout() -> None:
    script = SURFACES.replace("0 drop ada b\n", "").replace("red 2", "red 3")
    assert run(script) == [
        "ada 1-? x red write",
        "bob 3-4 x red read",
        "cyd 5-6 x red read",
    ]


def test_a_dropped_message_is_one_that_never_arrives() -> None:
    assert run(SURFACES) == run(SCRIPT.replace("9", "inf", 2))
    mended = "1 ada write red 3\n2 slow ada b 1\n3 ada write blue 3"
    assert run("0 drop ada b\n" + mended) == [
        "ada 1-? x red write",
        "ada 3-4 x blue write",
    ]


def test_two_operations_that_begin_at_once_are_two() -> None:
    script = "0 part ada\n1 ada write red 2\n1 ada read 2"
    assert run(script) == ["ada 1-? x red write", "ada 1-? x ? read"]


def test_what_is_slow_arrives_however_late() -> None:
    script = "0 slow ada b 500\n1 ada write red 3\n600 bob read 1"
    assert run(script) == ["ada 1-501 x red write", "bob 600-601 x red read"]


def test_a_clock_before_the_start_writes_all_the_same() -> None:
    script = "0 clock bob -5\n1 bob write blue 2\n3 cyd read 2"
    assert run(script)[1] == "cyd 3-4 x blue read"


def test_a_link_is_not_a_client_whose_name_is_alike() -> None:
    script = "0 drop ada b\n1 adab write red 2\n3 bob read 2"
    assert run(script)[0] == "adab 1-2 x red write"


def test_one_and_one_do_not_overlap() -> None:
    script = SCRIPT.replace("red 2", "red 1").replace("read 2", "read 1")
    assert run(script)[2] == "cyd 5-6 x 0 read"
    assert not fits(script)


@pytest.mark.parametrize("seed", range(40))
def test_overlap_is_enough_if_one_comes_after_the_other(seed: int) -> None:
    rng, lines = Random(seed), []
    for n in range(12):
        link = f"c{n} {rng.choice('abc')}"
        lines.append(f"{4 * n} slow {link} {rng.choice(['inf', '0.5', '2'])}")
        what = rng.choice([f"write v{n}", "read"])
        lines.append(f"{4 * n} c{n} {what} 2")
    assert fits("\n".join(lines))


@pytest.mark.parametrize(
    "line", ["1 ada says 2", "1 slow ada", "1 drop ada", "1 ada x y z w"]
)
def test_what_is_not_understood_is_an_error(line: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        run(line)
