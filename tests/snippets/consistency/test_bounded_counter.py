from random import Random

import pytest

from snippets.consistency.bounded_counter import STOCK, Stock, run


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("rule", ["rights, fixed", "rights, handed on"])
def test_rights_never_oversell(rule: str, seed: int) -> None:
    assert run(rule, Random(seed)) <= STOCK


@pytest.mark.parametrize("seed", range(20))
def test_a_pn_counter_oversells(seed: int) -> None:
    assert run("PN-counter", Random(seed)) > STOCK


def test_handing_on_sells_no_less_than_fixed_shares_and_mostly_more() -> None:
    gains = [
        run("rights, handed on", Random(seed))
        - run("rights, fixed", Random(seed))
        for seed in range(20)
    ]
    assert min(gains) >= 0
    assert sum(gain > 0 for gain in gains) > 15


def test_the_giver_has_less_at_once_and_the_other_more_after_a_merge() -> None:
    one, two = Stock(0), Stock(1)
    one.given[0][1] += 10
    assert (one.rights(), two.rights()) == (23, 33)
    two.merge(one)
    two.merge(one)
    assert two.rights() == 43


def test_rights_never_make_more_than_the_stock_under_any_merges() -> None:
    """Old states come again, and late: a seeded search over 300 stories."""
    rng = Random(4)
    for _ in range(300):
        sites, old = [Stock(i) for i in range(3)], []
        for _ in range(40):
            site = rng.choice(sites)
            match rng.choice(["sell", "give", "send", "merge"]):
                case "sell":
                    amount = rng.randint(0, site.rights())
                    site.sold[site.site] += amount
                case "give":
                    to = (site.site + rng.randint(1, 2)) % 3
                    amount = rng.randint(0, site.rights())
                    site.given[site.site][to] += amount
                case "send":
                    copy = Stock(site.site)
                    copy.merge(site)
                    old.append(copy)
                case "merge" if old:
                    site.merge(rng.choice(old))
            sold = sum(each.sold[each.site] for each in sites)
            assert all(each.rights() >= 0 for each in sites)
            assert sold + sum(each.rights() for each in sites) <= STOCK
