from itertools import permutations

import pytest

from snippets.networking.qpack_order import QpackDecoder, hpack

ADA, BOB, CYD = ("user", "ada"), ("user", "bob"), ("user", "cyd")


def test_hpack_decodes_what_comes_in_order() -> None:
    assert hpack({"A": ADA, "B": BOB, "C": 1, "D": 2}) == {
        "A": ADA,
        "B": BOB,
        "C": BOB,
        "D": ADA,
    }


def test_hpack_out_of_order_is_wrong_and_does_not_notice() -> None:
    assert hpack({"A": ADA, "C": 1, "B": BOB})["C"] == ADA


def test_hpack_out_of_order_may_also_refer_to_what_is_not_there() -> None:
    with pytest.raises(IndexError):
        hpack({"D": 2, "A": ADA, "B": BOB})


def test_qpack_holds_a_block_until_its_entry_is_there() -> None:
    decoder = QpackDecoder()
    assert decoder.decode("C", 1) == {}
    assert decoder.insert(ADA) == {}
    assert decoder.insert(BOB) == {"C": BOB}
    assert not decoder.blocked


def test_a_block_that_needs_less_does_not_wait() -> None:
    decoder = QpackDecoder()
    decoder.insert(ADA)
    assert decoder.decode("C", 1) == {}
    assert decoder.decode("A", 0) == {"A": ADA}


def test_one_entry_frees_all_that_wait_for_it() -> None:
    decoder = QpackDecoder()
    decoder.decode("A", 0)
    decoder.decode("B", 0)
    assert decoder.insert(ADA) == {"A": ADA, "B": ADA}


def test_any_order_of_blocks_and_entries_gives_the_same_fields() -> None:
    entries, blocks = [ADA, BOB, CYD], {"A": 0, "B": 1, "C": 2, "D": 1}
    for order in permutations([*blocks, "+", "+", "+"]):
        decoder, new = QpackDecoder(), iter(entries)
        decoded: dict[str, tuple[str, str]] = {}
        for event in order:
            decoded |= (
                decoder.insert(next(new))
                if event == "+"
                else decoder.decode(event, blocks[event])
            )
        assert decoded == {n: entries[i] for n, i in blocks.items()}
