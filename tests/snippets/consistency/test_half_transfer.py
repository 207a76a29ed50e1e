import pytest

from snippets.consistency.half_transfer import (
    ledgers,
    one_machine,
    registers,
)


def test_one_machine_without_a_transaction_keeps_half() -> None:
    assert one_machine(transaction=False) == [700]


def test_one_machine_with_a_transaction_keeps_nothing_of_it() -> None:
    assert one_machine(transaction=True) == [800]


@pytest.mark.parametrize(
    ("reached", "total"),
    [
        ((3, 3), 800),
        ((2, 2), 800),
        ((3, 1), 700),
        ((2, 0), 700),
        ((1, 3), 800),
        ((1, 1), 800),
    ],
)
def test_majority_registers_keep_half_if_the_second_write_is_refused(
    reached: tuple[int, int], total: int
) -> None:
    assert registers(reached) == [total]


def test_ledgers_are_whole_on_both_sides_and_after_the_cut() -> None:
    assert ledgers() == [800, 800, 800]
