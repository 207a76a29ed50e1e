from collections.abc import Iterator

import pytest

from snippets.caching import cluster_redirection
from snippets.caching.cluster_redirection import (
    OWNER,
    SLOT,
    Node,
    Table,
    get,
)

KEY = "user:123"


@pytest.fixture
def nodes() -> dict[str, Node]:
    return {name: Node(name) for name in "ABC"}


@pytest.fixture
def resharding(nodes: dict[str, Node]) -> Iterator[dict[str, Node]]:
    """The key's slot is on its way from C to A."""
    nodes["C"].leaving, nodes["A"].arriving = {SLOT: "A"}, {SLOT}
    yield nodes
    OWNER[SLOT] = "C"


def test_the_slot_is_that_of_redis() -> None:
    assert SLOT == 12_893
    assert [OWNER[slot] for slot in (5_460, 5_461, 10_922, 10_923)] == [
        *("A", "B", "B", "C")
    ]


def test_a_wrong_guess_costs_one_request_and_is_made_once(
    nodes: dict[str, Node],
) -> None:
    table: Table = {}
    assert get(nodes, table, KEY) == ["A", "C"]
    assert get(nodes, table, KEY) == ["C"]


def test_a_key_that_has_not_left_is_answered_by_its_old_master(
    resharding: dict[str, Node],
) -> None:
    resharding["C"].keys = {KEY}
    assert get(resharding, {SLOT: "C"}, KEY) == ["C"]


def test_ask_redirects_each_request_and_leaves_the_table_alone(
    resharding: dict[str, Node],
) -> None:
    table = {SLOT: "C"}
    for _ in range(2):
        assert get(resharding, table, KEY) == ["C", "A"]
    assert table == {SLOT: "C"}


def test_the_new_master_refuses_who_does_not_say_asking(
    resharding: dict[str, Node],
) -> None:
    assert resharding["A"].get(KEY, SLOT, asking=False) == ("MOVED", "C")
    assert resharding["A"].get(KEY, SLOT, asking=True) == ("OK", "A")


def test_a_client_asks_only_after_an_ask(resharding: dict[str, Node]) -> None:
    resharding["C"].keys = {KEY}
    assert get(resharding, {SLOT: "A"}, KEY) == ["A", "C"]


def test_asking_opens_no_slot_that_is_not_arriving(
    nodes: dict[str, Node],
) -> None:
    assert nodes["A"].get(KEY, SLOT, asking=True) == ("MOVED", "C")


def test_after_the_move_the_old_master_corrects_the_table(
    resharding: dict[str, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(cluster_redirection.OWNER, SLOT, "A")
    table = {SLOT: "C"}
    assert get(resharding, table, KEY) == ["C", "A"]
    assert get(resharding, table, KEY) == ["A"]
