import pytest

from snippets.load_balancing.forwarded_for import (
    CLIENT,
    EDGE,
    INNER,
    arrives,
    counted,
    leftmost,
    rightmost,
)

PATH = [CLIENT, EDGE, INNER]


def test_each_proxy_appends_whom_it_talks_to() -> None:
    assert arrives([], PATH) == [CLIENT, EDGE]


def test_without_a_lie_the_first_address_is_the_client() -> None:
    assert leftmost(arrives([], PATH)) == CLIENT


@pytest.mark.parametrize("claimed", [["6.6.6.6"], [EDGE], ["x", "y", "z"]])
def test_a_client_chooses_what_the_leftmost_reader_takes(
    claimed: list[str],
) -> None:
    assert leftmost(arrives(claimed, PATH)) == claimed[0]


@pytest.mark.parametrize("claimed", [[], ["6.6.6.6"], [EDGE], ["x", "y", "z"]])
def test_no_claim_moves_what_is_counted_from_the_right(
    claimed: list[str],
) -> None:
    assert counted(arrives(claimed, PATH)) == CLIENT


def test_the_last_address_is_a_proxy_where_there_are_two() -> None:
    assert rightmost(arrives([], PATH)) == EDGE


def test_a_shorter_way_makes_the_count_wrong() -> None:
    assert counted(arrives(["6.6.6.6"], [CLIENT, INNER])) == "6.6.6.6"


def test_a_shorter_way_of_an_honest_client_has_too_few_to_count() -> None:
    with pytest.raises(IndexError):
        counted(arrives([], [CLIENT, INNER]))
