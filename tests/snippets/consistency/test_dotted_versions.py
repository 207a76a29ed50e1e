from itertools import product

import pytest

from snippets.consistency.dotted_versions import Key, by_turns


def test_dots_keep_what_no_later_write_had_read() -> None:
    """All rows of up to seven writes, each in view of any earlier state."""
    for contexts in product(range(7), repeat=4):
        if any(seen > number for number, seen in enumerate(contexts)):
            continue
        key = Key("dots")
        for number, seen in enumerate(contexts):
            assert key.put(str(number), seen) == number + 1
        expected = {
            str(number)
            for number in range(4)
            if not any(number < seen for seen in contexts[number + 1 :])
        }
        assert set(key.siblings.values()) == expected


@pytest.mark.parametrize("writes", [2, 3, 50])
def test_two_tabs_leave_two_siblings_by_dots(writes: int) -> None:
    assert len(by_turns("dots", writes).siblings) == 2


@pytest.mark.parametrize("writes", [2, 3, 50])
def test_one_vector_for_all_siblings_keeps_every_one(writes: int) -> None:
    assert len(by_turns("vector for all", writes).siblings) == writes


def test_a_vector_for_each_loses_the_other_tabs_write() -> None:
    key = Key("vector each")
    key.put("x1", 0)
    key.put("y1", 0)
    assert [*key.siblings.values()] == ["y1"]


@pytest.mark.parametrize("scheme", ["vector each", "vector for all", "dots"])
def test_who_has_read_all_replaces_all(scheme: str) -> None:
    key = by_turns(scheme, 6)
    key.put("merged", key.seen)
    assert [*key.siblings.values()] == ["merged"]
