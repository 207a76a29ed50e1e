from collections import Counter
from math import exp, log
from random import Random

import pytest

from snippets.databases import amplification
from snippets.databases.engine_amplification import (
    FULL,
    PAGE,
    RATIOS,
    Shown,
    count,
    levels,
    simulate,
    theory,
)

SHOWN: list[Shown] = ["Writes", "Reads of absent keys", "Space"]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("hot", [1, 20, 50])
@pytest.mark.parametrize(
    ("memory", "keys"), [(100, 4000), (900, 2000), (300, 9000)]
)
@pytest.mark.parametrize("shown", SHOWN)
def test_theory_is_right_within_5_percent(
    shown: Shown, memory: int, keys: int, hot: int, seed: int
) -> None:
    table = simulate(shown, memory, keys, 5, hot, seed)
    for name in ("Leveled", "Tiered"):
        predicted = table[f"{name} (theory)"]
        assert table[name] == pytest.approx(predicted, rel=0.05)


@pytest.mark.parametrize("leveled", [True, False])
def test_it_is_the_tree_that_the_page_on_storage_engines_counts(
    leveled: bool,
) -> None:
    # That one moves a level down when it has so many different keys.
    written, _, stored = amplification.lsm_tree(Random(1), leveled=leveled)
    keys, memory = amplification.KEYS, amplification.MEMORY
    plan = levels(leveled, amplification.RATIO, memory, keys)
    ours = count(leveled, plan, list(range(keys)), 1.0, Random(1))
    assert (ours[0], ours[2]) == pytest.approx((written, stored), rel=0.05)


@pytest.mark.parametrize("ratio", RATIOS)
def test_with_few_updates_per_key_it_is_the_textbook_s_formula(
    ratio: int,
) -> None:
    # Nothing is merged away: half the ratio per level, or one; and what the
    # last level costs.
    keys, memory = 10**9, 10
    for leveled in (True, False):
        plan = levels(leveled, ratio, memory, keys)[:4]
        plan.append((memory * ratio**4, 1))
        per_level = (ratio + 1) / 2 - 1 / ratio if leveled else 1
        last = keys / plan[-1][0]
        written, _, _ = theory(leveled, plan, keys, 1, 1.0)
        assert written - last == pytest.approx(1 + 4 * per_level, rel=0.001)


@pytest.mark.parametrize("ratio", RATIOS)
def test_an_absent_key_asks_as_many_runs_as_the_page_says(ratio: int) -> None:
    row = RATIOS.index(ratio)
    table = simulate("Reads of absent keys")
    above = len(levels(True, ratio, 100, 4000)) - 1
    leveled, tiered = (ratio - 1) / ratio, (ratio - 1) / 2
    assert table["Leveled"][row] == pytest.approx(above * leveled + 1)
    assert table["Tiered"][row] == pytest.approx(above * tiered + ratio / 2)


@pytest.mark.parametrize("shown", SHOWN)
def test_with_a_ratio_of_two_both_are_the_same(shown: Shown) -> None:
    table = simulate(shown)
    assert table["Leveled (theory)"][0] == pytest.approx(
        table["Tiered (theory)"][0]
    )
    assert table["Leveled"][0] == pytest.approx(table["Tiered"][0], rel=0.02)


def test_what_one_saves_in_writes_it_pays_in_reads_and_space() -> None:
    writes, reads, space = (simulate(shown) for shown in SHOWN)
    for row in range(1, len(RATIOS)):
        assert writes["Leveled"][row] > 2 * writes["Tiered"][row]
        assert reads["Leveled"][row] <= reads["Tiered"][row] / 2
        assert space["Leveled"][row] < space["Tiered"][row] / 1.2


def test_levels_are_as_many_as_the_data_need() -> None:
    assert levels(True, 10, 100, 4000) == [(100, 10), (1000, 1)]
    assert levels(False, 10, 100, 4000) == [(100, 10), (1000, 9)]
    assert levels(True, 10, 100, 1000) == [(100, 1)]
    assert levels(True, 2, 900, 2000) == [(900, 2), (1800, 1)]


@pytest.mark.parametrize("bits", [1, 5, 12])
def test_a_filter_leaves_of_each_run_what_its_formula_says(bits: int) -> None:
    bare = simulate("Reads of absent keys")
    table = simulate("Reads of absent keys", filters=bits)
    left = exp(-bits * log(2) ** 2)
    assert table["Tiered"] == pytest.approx([n * left for n in bare["Tiered"]])
    assert left == pytest.approx(0.6185**bits, rel=0.001)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("memory", [100, 900])
def test_the_b_tree_writes_a_page_unless_the_leaf_is_in_memory(
    memory: int, seed: int
) -> None:
    leaves = 4000 / PAGE / FULL
    missed = 1 - memory / PAGE / leaves
    table = simulate(memory=memory, seed=seed)
    assert table["B-tree"][0] == pytest.approx(PAGE * missed, rel=0.05)
    table = simulate("Reads of absent keys", memory=memory, seed=seed)
    assert table["B-tree"][0] == pytest.approx(missed, rel=0.05)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("hot", [1, 20, 50])
@pytest.mark.parametrize("memory", [300, 900])
def test_the_b_tree_keeps_the_leaves_that_were_used_last(
    memory: int, hot: int, seed: int
) -> None:
    # Che's approximation of an LRU: a leaf is there if it was used within a
    # time in which as many different ones are used as there is room for.
    keys = [*range(400)] * hot + [*range(400, 4000)]
    leaves = Counter(int(key / PAGE / FULL) for key in keys)
    shares = [count / len(keys) for count in leaves.values()]
    low, high = 0.0, 10_000.0
    while high - low > 0.01:
        time = (low + high) / 2
        used = sum(1 - exp(-share * time) for share in shares)
        low, high = (time, high) if used < memory / PAGE else (low, time)
    missed = sum(share * exp(-share * low) for share in shares)
    table = simulate(memory=memory, hot_tenth=hot, seed=seed)
    assert table["B-tree"][0] == pytest.approx(PAGE * missed, rel=0.05)


def test_the_b_tree_has_pages_that_are_not_full() -> None:
    assert (
        simulate("Space")["B-tree"] == [pytest.approx(1 / log(2), rel=0.01)] * 5
    )


def test_hot_keys_are_merged_away_sooner() -> None:
    even, hot = simulate(), simulate(hot_tenth=50)
    for name in ("Leveled", "Tiered"):
        assert all(a > b for a, b in zip(even[name], hot[name], strict=True))


def test_the_same_seed_gives_the_same_table() -> None:
    assert simulate(seed=5) == simulate(seed=5)
    assert simulate(seed=5) != simulate(seed=6)
