from pathlib import Path
from random import Random

import pytest

from snippets.caching import eviction_hit_ratio
from snippets.caching.eviction_hit_ratio import LOAD, che, lru_hit_ratio

# Long-run ratios by Che's formula; a run of 300 million requests per
# capacity gave 0.81481 and 0.88202, each with a standard error of 0.00003.
LONG_RUN = {1_000: 0.8148, 2_000: 0.8820}


def total(capacity: int) -> float:
    """The hit ratio of all requests by Che's formula."""
    ratios = che(capacity)[1]
    return (
        sum(n * hit for n, hit in zip(LOAD.values(), ratios, strict=True)) / 10
    )


@pytest.mark.parametrize(("capacity", "ratio"), LONG_RUN.items())
def test_che_predicts_the_long_run(capacity: int, ratio: float) -> None:
    assert total(capacity) == pytest.approx(ratio, abs=0.00005)


@pytest.mark.parametrize("capacity", LONG_RUN)
def test_a_longer_run_agrees_with_che(capacity: int) -> None:
    # 100,000 requests have a standard error of 0.0014 (measured, over 3,000
    # such runs); 800,000 have 0.0014 / 8**0.5 = 0.0005. Four of these:
    measured = lru_hit_ratio(capacity, 800_000, Random(1))
    assert measured == pytest.approx(total(capacity), abs=0.002)


@pytest.mark.parametrize("seed", range(10))
def test_runs_of_the_length_shown_differ_by_a_few_tenths(seed: int) -> None:
    measured = lru_hit_ratio(1_000, 100_000, Random(seed))
    assert measured == pytest.approx(LONG_RUN[1_000], abs=0.003)


def test_half_the_warm_keys_are_not_there_when_asked_for() -> None:
    survives, (hot, warm, other) = che(1_000)
    assert survives == pytest.approx(3_837, abs=1)
    assert hot > 0.9999
    assert warm == pytest.approx(0.574, abs=0.001)
    assert other < 0.001


def test_che_fills_the_cache_exactly() -> None:
    for capacity in [1, 1_000, 500_000]:
        held = sum(
            len(keys) * hit
            for keys, hit in zip(LOAD, che(capacity)[1], strict=True)
        )
        assert held == pytest.approx(capacity)


@pytest.mark.parametrize(("capacity", "ratio"), [(1_000, 0.9), (2_000, 0.9001)])
def test_no_fixed_choice_of_keys_hits_more_often(
    capacity: int, ratio: float
) -> None:
    # The best choice is the most popular keys, and LOAD starts with them.
    best, room = 0.0, capacity
    for keys, tenths in LOAD.items():
        taken = min(room, len(keys))
        best += tenths / 10 * taken / len(keys)
        room -= taken
    assert best == pytest.approx(ratio)
    assert best > total(capacity)


@pytest.mark.parametrize(
    ("right", "wrong", "error"),
    [
        ("range(100): 7", "range(100): 6", "does not add up to 10"),
        ("range(100, 1_000)", "range(99, 1_000)", "LOAD overlaps"),
        ("[1_000, 2_000]", "[5_000]", "WARM_UP=20000 must exceed 40,081"),
    ],
)
def test_an_edit_that_breaks_an_assumption_is_an_error_that_says_so(
    right: str, wrong: str, error: str
) -> None:
    text = Path(eviction_hit_ratio.__file__).read_text(encoding="utf-8")
    assert text.count(right) == 1
    with pytest.raises(ValueError, match=error):
        exec(text.replace(right, wrong), {"__name__": "__main__"})  # noqa: S102


def test_a_capacity_that_holds_every_key_misses_only_first_requests() -> None:
    rng = Random(1)
    measured = lru_hit_ratio(2_000_000, 50_000, rng)
    assert 0.89 < measured < 0.91
