from random import Random

import pytest

from snippets.consistency import dynamodb_stock
from snippets.consistency.dynamodb_stock import BUYERS, STOCK, sell


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_a_conditional_write_sells_each_piece_once(
    strong: bool, seed: int
) -> None:
    sold, refused = sell(Random(seed), strong=strong, conditional=True)
    assert sold == STOCK
    assert refused > 0


@pytest.mark.parametrize("seed", range(5))
def test_a_strong_read_and_a_plain_write_oversell(seed: int) -> None:
    sold, refused = sell(Random(seed), strong=True, conditional=False)
    assert STOCK < sold <= BUYERS
    assert refused == 0


@pytest.mark.parametrize("seed", range(5))
def test_old_reads_make_it_worse(seed: int) -> None:
    plain = [
        sell(Random(seed), strong=strong, conditional=False)[0]
        for strong in (False, True)
    ]
    assert plain[0] > plain[1]
    again = [
        sell(Random(seed), strong=strong, conditional=True)[1]
        for strong in (False, True)
    ]
    assert again[0] > again[1]


def test_who_comes_alone_needs_no_condition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dynamodb_stock, "GAP", 1e6)
    for strong in (False, True):
        assert sell(Random(1), strong=strong, conditional=False) == (STOCK, 0)
