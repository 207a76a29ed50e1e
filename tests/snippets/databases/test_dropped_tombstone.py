import pytest

from snippets.databases.dropped_tombstone import (
    DELETED,
    RULES,
    compact,
    compactions,
    get,
)


def test_a_dropped_tombstone_brings_the_old_value_back() -> None:
    runs = [DELETED, None, "value 1"]
    after = compact(runs, 0, 2, RULES["always drop"])
    assert get(runs) is None
    assert get(after) == "value 1"


@pytest.mark.parametrize(
    "rule", [name for name in RULES if "always" not in name]
)
def test_no_other_rule_changes_what_a_reader_sees(rule: str) -> None:
    for before, after in compactions(RULES[rule]):
        assert get(before) == get(after)


def test_a_tombstone_is_dropped_if_nothing_older_holds_the_key() -> None:
    runs = [DELETED, "value 2", None]
    assert compact(runs, 0, 2, RULES["drop if none holds it"]) == [None, None]
    assert compact(runs, 0, 2, RULES["drop in the last run"])[0] == DELETED


def test_an_older_tombstone_counts_as_well() -> None:
    runs = [DELETED, None, DELETED]
    kept = compact(runs, 0, 2, RULES["drop if none holds it"])
    assert kept == [DELETED, DELETED]


def test_all_histories_and_all_stretches_are_tried() -> None:
    assert sum(1 for _ in compactions(RULES["never drop"])) == 3**5 * 10
