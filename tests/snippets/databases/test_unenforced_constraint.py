import pytest

from snippets.databases.unenforced_constraint import ROWS, answers

ORPHAN = "customer 7, who is not there"
ON = "PRAGMA foreign_keys = ON"


def test_a_foreign_key_is_not_enforced_unless_the_connection_asks() -> None:
    assert answers("")[ORPHAN] == "stored"
    assert answers(ON)[ORPHAN] == "refused"


def test_inside_a_transaction_the_pragma_comes_too_late() -> None:
    assert answers(f"BEGIN; {ON}") == answers("")


@pytest.mark.parametrize("before", ["", ON])
def test_a_check_is_enforced_and_lets_null_pass(before: str) -> None:
    said = answers(before)
    assert said["total -1"] == "refused"
    assert said["total NULL"] == "stored"


@pytest.mark.parametrize("row", ["customer NULL", "a second e-mail NULL"])
def test_neither_a_reference_nor_unique_asks_for_a_value(row: str) -> None:
    assert answers(ON)[row] == "stored"


def test_a_check_afterwards_finds_the_orphan() -> None:
    assert answers("")["orphans found by a check"] == "1"
    assert answers(ON)["orphans found by a check"] == "0"


def test_each_row_gets_an_answer() -> None:
    assert set(ROWS) < set(answers(""))
