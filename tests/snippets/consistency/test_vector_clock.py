from random import Random

import pytest

from snippets.consistency.vector_clock import A, B, Node, relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([1, 2], [1, 2], "equal"),
        ([2, 2], [1, 2], "after"),
        ([1, 1], [1, 2], "before"),
        ([2, 0], [0, 1], "concurrent"),
    ],
)
def test_the_four_relations(a: list[int], b: list[int], expected: str) -> None:
    assert relation(a, b) == expected


def test_after_a_message_the_versions_are_equal_and_the_clocks_never() -> None:
    a, b = Node(A), Node(B)
    a.write()
    for _ in range(10):
        a.tell(b)
        assert relation(a.version, b.version) == "equal"
        assert relation(b.clock, a.clock) == "after"
        a, b = b, a


def test_clocks_order_each_event_after_its_causes_and_no_other() -> None:
    rng = Random(1)
    nodes = [Node(A), Node(B)]
    causes: list[set[int]] = [set(), set()]
    events: list[tuple[list[int], set[int]]] = []

    def happened(i: int) -> None:
        causes[i] = causes[i] | {len(events)}
        events.append((list(nodes[i].clock), causes[i]))

    for _ in range(40):
        i = rng.randrange(2)
        if rng.random() < 0.5:
            nodes[i].write()
            happened(i)
        else:
            nodes[i].tell(nodes[1 - i])
            causes[i] = causes[i] | {len(events)}
            events.append((list(nodes[i].clock), causes[i]))
            causes[1 - i] = causes[1 - i] | causes[i]
            happened(1 - i)
    for one, (clock, known) in enumerate(events):
        for two, (other, others) in enumerate(events):
            expected = (
                "equal" if one == two
                else "after" if two in known
                else "before" if one in others
                else "concurrent"
            )  # fmt: skip
            assert relation(clock, other) == expected


def test_versions_count_updates_only() -> None:
    a, b = Node(A), Node(B)
    a.write()
    a.tell(b)
    b.write()
    b.tell(a)
    assert a.version == b.version == [1, 1]
    assert a.clock == [3, 3]
    a.write()
    assert (a.version, a.clock) == ([2, 1], [4, 3])


def test_a_message_takes_no_update_of_the_receiver_away() -> None:
    a, b = Node(A), Node(B)
    a.write()
    b.write()
    a.tell(b)
    assert b.version == [1, 1]
    assert relation(b.version, a.version) == "after"
