import pytest

from snippets.consistency.cap_faults import Fault, run


@pytest.mark.parametrize(
    ("nodes", "needed"), [(2, 2), (2, 1), (3, 2), (3, 1), (5, 3)]
)
def test_without_a_fault_all_is_answered_and_new(
    nodes: int, needed: int
) -> None:
    assert run(nodes, needed, Fault.NONE) == (1, 0)


def test_a_pair_that_waits_for_both_stops_at_any_fault() -> None:
    assert run(2, 2, Fault.CRASH) == (0, 0)
    assert run(2, 2, Fault.CUT) == (0, 0)


@pytest.mark.parametrize("nodes", [2, 3])
def test_going_on_alone_bears_a_crash_and_not_a_cut(nodes: int) -> None:
    assert run(nodes, 1, Fault.CRASH) == (1, 0)
    answered, stale = run(nodes, 1, Fault.CUT)
    assert answered == 1
    assert stale > 100


def test_a_majority_bears_a_crash_and_refuses_on_the_small_side() -> None:
    assert run(3, 2, Fault.CRASH) == (1, 0)
    answered, stale = run(3, 2, Fault.CUT)
    assert stale == 0
    assert answered == pytest.approx(2 / 3, abs=0.04)


def test_no_number_of_nodes_and_votes_is_both_in_a_cut() -> None:
    for nodes in range(2, 8):
        for needed in range(1, nodes + 1):
            answered, stale = run(nodes, needed, Fault.CUT)
            assert answered < 1 or stale
