from random import Random

import pytest

from snippets.consistency.cap_operations import (
    DEMAND,
    SEED,
    SHARES,
    STOCK,
    buy,
    fill_cart,
    see_price,
)


@pytest.fixture
def sites() -> list[str]:
    each = ["left"] * DEMAND["left"] + ["right"] * DEMAND["right"]
    Random(SEED).shuffle(each)
    return each


def test_the_price_is_old_or_refused_at_the_small_side(
    sites: list[str],
) -> None:
    own, old = see_price(sites, agreed=False)
    assert own == DEMAND
    assert old == f"{sites[75:].count('right')} see an old price"
    assert see_price(sites, agreed=True) == (
        {"left": 90, "right": 0},
        "0 see an old price",
    )


def test_carts_are_served_everywhere_and_kept_by_merging(
    sites: list[str],
) -> None:
    assert fill_cart(sites, merged=True) == (DEMAND, "0 carts lose an item")
    assert fill_cart(sites, merged=False) == (DEMAND, "30 carts lose an item")


def test_each_alone_sells_more_than_there_is(sites: list[str]) -> None:
    sold, _ = buy(sites, "alone")
    assert sold == DEMAND
    assert sum(sold.values()) > STOCK


def test_the_majority_sells_at_one_side(sites: list[str]) -> None:
    assert buy(sites, "majority") == (
        {"left": 90, "right": 0},
        "90 of 100 sold",
    )


def test_escrow_sells_at_both_and_never_too_much(sites: list[str]) -> None:
    sold, said = buy(sites, "escrow")
    assert sold == SHARES
    assert said == "100 of 100 sold"
    assert buy(["left"] * 500, "escrow")[0] == {"left": 60, "right": 0}
