import pytest

from snippets.consistency.leader_by_majority import (
    RULES,
    crashes_borne,
    cuts,
    leaders,
)


@pytest.mark.parametrize(("nodes", "ways"), [(1, 1), (2, 2), (3, 5), (5, 52)])
def test_cuts_are_all_partitions_of_the_nodes(nodes: int, ways: int) -> None:
    found = {tuple(sorted(map(tuple, groups))) for groups in cuts(nodes)}
    assert len(found) == len(list(cuts(nodes))) == ways
    for groups in found:
        assert sorted(n for g in groups for n in g) == list(range(1, nodes + 1))


@pytest.mark.parametrize("nodes", range(1, 8))
def test_no_cut_has_two_leaders_by_majority(nodes: int) -> None:
    assert all(len(leaders(groups, "majority")) <= 1 for groups in cuts(nodes))


@pytest.mark.parametrize("nodes", range(2, 7))
def test_half_elects_two_only_in_an_even_split(nodes: int) -> None:
    for groups in cuts(nodes):
        even = sorted(map(len, groups)) == [nodes / 2, nodes / 2]
        assert (len(leaders(groups, "half")) == 2) == even


def test_without_a_cut_there_is_one_leader() -> None:
    for rule in RULES:
        assert leaders([[1, 2, 3]], rule) == [1]


@pytest.mark.parametrize("bears", [0, 1, 2, 3])
def test_a_fourth_or_sixth_node_bears_no_crash_more(bears: int) -> None:
    assert crashes_borne(2 * bears + 1, "majority") == bears
    assert crashes_borne(2 * bears + 2, "majority") == bears
