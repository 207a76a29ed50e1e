from random import Random
from statistics import fmean, stdev

import pytest

from snippets.caching import stale_fill
from snippets.caching.stale_fill import GAP, WRITERS, WRITES, stale_share

BEFORE, AFTER, TWICE, LEASES = WRITERS


def read_by_read(count: int, rng: Random) -> float:
    """AFTER, the slow and obvious way: every read is an event."""
    end = count / WRITES
    events: list[tuple[float, str, int]] = []
    now = 0.0
    while (now := now + rng.expovariate(WRITES)) < end:
        events += [(now, "commit", 0), (now + GAP, "delete", 0)]
    now = 0.0
    while (now := now + rng.expovariate(stale_fill.READS)) < end:
        events.append((now, "read", 0))
    events.sort()
    fills: list[tuple[float, int]] = []
    database, cached, filled, reads, old = 0, -1, 0.0, 0, 0
    for now, event, _ in events:
        for at, row in sorted(fill for fill in fills if fill[0] <= now):
            cached, filled = row, at
        fills = [fill for fill in fills if fill[0] > now]
        if now > filled + stale_fill.TTL:
            cached = -1
        if event == "commit":
            database += 1
        elif event == "delete":
            cached = -1
        else:
            reads += 1
            old += -1 < cached < database
            if cached < 0:
                fills.append((now + rng.uniform(*stale_fill.QUERY), database))
    return old / reads


def mean(runs: int) -> float:
    return fmean(stale_share(AFTER, 3_000, Random(n)) for n in range(runs))


def test_counting_every_read_gives_the_same_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stale_fill, "READS", 50)
    slow = fmean(read_by_read(2_000, Random(n)) for n in range(6))
    # Few fills are stale, so the runs differ by a third; the mean by less.
    assert slow == pytest.approx(mean(8), rel=0.4)


@pytest.mark.parametrize("seed", range(3))
def test_deleting_before_the_commit_is_many_times_worse(seed: int) -> None:
    before = stale_share(BEFORE, 3_000, Random(seed))
    after = stale_share(AFTER, 3_000, Random(seed))
    assert 0.12 < before < 0.17
    assert before > 15 * after


def test_the_ttl_bounds_how_long_a_stale_fill_lasts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Writes end it after 2 s on average, the TTL after at most 0.5 s.
    monkeypatch.setattr(stale_fill, "TTL", 0.5)
    assert stale_share(BEFORE, 3_000, Random(1)) < 0.06


@pytest.mark.parametrize("gap", [0.002, 0.020])
def test_the_estimate_holds_while_the_gap_is_short_against_a_query(
    gap: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(WRITERS, AFTER, [(0, "commit"), (gap, "delete")])
    estimate = WRITES * fmean(stale_fill.QUERY)
    assert (mean(10) < 1.5 * estimate) is (gap < 0.020)


def test_after_the_commit_about_half_a_percent_is_stale() -> None:
    shares = [stale_share(AFTER, 3_000, Random(n)) for n in range(30)]
    assert fmean(shares) == pytest.approx(0.0053, abs=0.0003)
    assert stdev(shares) == pytest.approx(0.0018, abs=0.0003)


@pytest.mark.parametrize("seed", range(3))
def test_a_second_delete_helps_and_leases_help_more(seed: int) -> None:
    shares = [
        stale_share(w, 3_000, Random(seed)) for w in (AFTER, TWICE, LEASES)
    ]
    assert shares == sorted(shares, reverse=True)


def test_leases_leave_what_lies_between_commit_and_delete() -> None:
    share = stale_share(LEASES, 3_000, Random(1))
    assert share == pytest.approx(GAP * WRITES, rel=0.05)


@pytest.mark.parametrize("factor", [0.5, 2])
def test_the_share_grows_with_the_length_of_the_query(
    factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The race alone: what leases leave is taken off.
    race = mean(10) - GAP * WRITES
    monkeypatch.setattr(
        stale_fill, "QUERY", tuple(factor * s for s in stale_fill.QUERY)
    )
    scaled = mean(10) - GAP * WRITES
    assert scaled / race == pytest.approx(factor, rel=0.35)


@pytest.mark.parametrize("reads", [20, 1_000])
def test_the_number_of_reads_hardly_matters(
    reads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stale_fill, "READS", reads)
    assert 0.0035 < mean(10) < 0.0075
