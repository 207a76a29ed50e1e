from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from typing import get_args

import pytest

from snippets.consistency.quorum_schedule import (
    Fault,
    Promise,
    search,
    simulate,
)

OLD, NEW, BEHIND = 2, 3, 1  # the stamps of old and new, and new's if late
SIZES = [
    (n, w, r)
    for n in (2, 3)
    for w, r in product(range(1, n + 1), range(1, n + 1))
]
CASES = [
    (promise, fault, *sizes, back)
    for promise in get_args(Promise)
    for fault in get_args(Fault)
    for sizes in SIZES
    for back in (False, True)
]


def wrong(promise: Promise, reads: list[tuple[bool, bool]]) -> bool:
    """Whether reads break it: (begun after the confirmation, returned new)."""
    if promise == "Sees confirmed writes":
        return (True, False) in reads
    return [new for _, new in reads] == [True, False]


def breaks(
    promise: Promise, table: dict[str, list[str | None]], w: int
) -> bool:
    """Whether the steps break it, by what they say alone."""
    shown = [str(cells) for cells in table["Replicas"]]
    held = dict.fromkeys("abcde"[: len(shown[0].split())], OLD)
    took, confirmed, stamp = set[str](), False, NEW
    reads: list[tuple[bool, bool]] = []
    began: bool | None = None
    for who, does, cells in zip(
        table["Who"], table["Does"], shown, strict=True
    ):
        assert who
        assert does
        words = does.replace(",", "").replace(";", "").replace(":", "").split()
        named = [word for word in words if word in held]
        if does == "falls behind":
            stamp = BEHIND
        if does == "loses new":
            held[who] = OLD
        if does.startswith("gets new"):
            named = [who]
        if does.startswith(("writes new to", "gets new")):
            for a in named:
                held[a] = max(held[a], stamp)
            assert ("which keep old" in does) == (stamp == BEHIND)
            if "dies" not in words:
                took |= set(named)
            assert ("confirmed" in words) == (len(took) >= w and not confirmed)
            confirmed |= "confirmed" in words
        if words[0] == "asks":
            began = confirmed
            new = max(held[a] for a in named) > OLD
            assert words[-1] == ("new" if new else "old")
        if words[0] == "brings":
            held |= dict.fromkeys(named, NEW)
        if "returns" in words:
            assert who == ("bob", "cyd")[len(reads)]
            assert began is not None
            reads.append((began, words[-1] == "new"))
        now = ["new" if held[a] > OLD else "old" for a in held]
        assert cells.split() == now
    return wrong(promise, reads)


@dataclass(frozen=True)
class World:
    """The same with stamps, and each replica has a fate of its own."""

    cells: tuple[int, ...]
    stamp: int = NEW
    sent: bool = False
    flying: frozenset[int] = frozenset()
    took: frozenset[int] = frozenset()
    confirmed: bool = False
    spent: bool = False  # the fault has happened
    far: frozenset[int | str] = frozenset()
    bringing: bool = False
    began: bool = False
    reads: tuple[tuple[bool, bool], ...] = ()


def put(world: World, at: tuple[int, ...], stamp: int) -> tuple[int, ...]:
    return tuple(
        max(cell, stamp) if a in at else cell
        for a, cell in enumerate(world.cells)
    )


def arrive(world: World, at: tuple[int, ...], w: int) -> World:
    took = world.took.union(at)
    return replace(
        world,
        cells=put(world, at, world.stamp),
        sent=True,
        flying=world.flying.difference(at),
        took=took,
        confirmed=len(took) >= w,
    )


def subsets(of: list[int | str]) -> Iterator[frozenset[int | str]]:
    sizes = range(len(of) + 1)
    return map(frozenset, chain(*(combinations(of, k) for k in sizes)))


def nexts(
    world: World, fault: Fault, w: int, r: int, back: bool
) -> Iterator[World]:
    """Each world after one more step."""
    n = len(world.cells)

    def reach(who: str) -> list[int]:
        side = who in world.far
        return [a for a in range(n) if (a in world.far) == side]

    here = reach("ada")
    if not world.sent:
        if fault in ("Slow messages", "Copy lost"):
            yield replace(world, sent=True, flying=frozenset(here))
        else:
            yield arrive(world, tuple(here), w)
        if fault == "Lost message":
            for at in combinations(here, n - 1):
                yield arrive(world, at, w)
        if fault == "Writer dies":
            for k in range(1, n):
                for at in combinations(here, k):
                    cells = put(world, at, world.stamp)
                    yield replace(world, cells=cells, sent=True)
        if fault == "Cut" and not world.spent:
            for far in subsets([*range(n), "bob", "cyd"]):
                yield replace(world, far=far, spent=True)
        if fault == "Slow clock":
            yield replace(world, stamp=BEHIND)
    yield from (arrive(world, (a,), w) for a in world.flying)
    if world.far:
        yield replace(world, far=frozenset())
    if fault == "Copy lost" and not world.spent:
        for a in range(n):
            left = (*world.cells[:a], OLD, *world.cells[a + 1 :])
            yield replace(world, cells=left, spent=True)
    if len(world.reads) == 2:
        return
    who = ("bob", "cyd")[len(world.reads)]
    for some in combinations(reach(who), w if world.bringing else r):
        began = world.began if world.bringing else world.confirmed
        news = sum(world.cells[a] > OLD for a in some)
        new = news > 0 or world.bringing
        if back and not world.bringing and 0 < news < w:
            yield replace(world, began=began, bringing=True)
            continue
        yield replace(
            world,
            cells=put(world, some, NEW) if world.bringing else world.cells,
            bringing=False,
            reads=(*world.reads, (began, new)),
        )


def fewest(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> int:
    """The steps of the shortest schedule that breaks it; 0 if none does."""
    worlds = seen = {World((OLD,) * n)}
    steps = 0
    while worlds:
        if any(wrong(promise, list(world.reads)) for world in worlds):
            return steps
        after = {
            then for world in worlds for then in nexts(world, fault, w, r, back)
        }
        worlds, seen, steps = after - seen, seen | after, steps + 1
    return 0


@pytest.mark.parametrize(("promise", "fault", "n", "w", "r", "back"), CASES)
def test_the_steps_really_break_the_promise(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> None:
    table = simulate(promise, fault, n, w, r, back)
    if table["#"] == ["none"]:
        assert str(table["Does"][0]).startswith("none breaks it: all ")
    else:
        assert breaks(promise, table, w)


@pytest.mark.parametrize(("promise", "fault", "n", "w", "r", "back"), CASES)
def test_none_is_shorter_in_a_model_where_each_replica_has_its_own_fate(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> None:
    way, _ = search(promise, fault, n, w, r, back)
    assert len(way) == fewest(promise, fault, n, w, r, back)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (4, 3, 2), (5, 3, 3)])
def test_confirmed_writes_are_seen_if_and_only_if_sets_overlap(
    n: int, w: int, r: int
) -> None:
    for back in (False, True):
        way, _ = search("Sees confirmed writes", "Slow messages", n, w, r, back)
        assert bool(way) == (r + w <= n)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (5, 3, 3)])
def test_with_overlap_and_write_back_nobody_goes_back(
    n: int, w: int, r: int
) -> None:
    for fault in (
        "Slow messages",
        "Lost message",
        "Writer dies",
        "Cut",
        "Slow clock",
    ):
        way, _ = search("Never goes back", fault, n, w, r, back=True)
        assert not (way and r + w > n)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (4, 3, 3), (5, 3, 3)])
def test_a_copy_that_may_be_lost_asks_for_one_more(
    n: int, w: int, r: int
) -> None:
    way, _ = search("Sees confirmed writes", "Copy lost", n, w, r, back=False)
    assert bool(way) == (r + w <= n + 1)


def test_overlap_alone_lets_readers_go_back() -> None:
    for fault in ("Slow messages", "Writer dies", "Cut"):
        assert search("Never goes back", fault, 3, 2, 2, back=False)[0]
    assert not search("Never goes back", "Slow messages", 3, 1, 3, back=False)[
        0
    ]


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (5, 5, 5)])
@pytest.mark.parametrize("back", [False, True])
def test_a_slow_clock_hides_a_confirmed_write_whatever_r_and_w_are(
    n: int, w: int, r: int, back: bool
) -> None:
    way, _ = search("Sees confirmed writes", "Slow clock", n, w, r, back)
    assert [who for who, *_ in way] == ["ada's clock", "ada", "bob"]
    assert not search("Never goes back", "Slow clock", n, w, r, back)[0]


def test_all_tables_have_the_same_columns() -> None:
    assert list(simulate()) == list(simulate(write_back=True))


def test_without_a_fault_nothing_breaks() -> None:
    for promise in get_args(Promise):
        for n, w, r in SIZES:
            assert not search(promise, "None", n, w, r, back=False)[0]


def test_r_and_w_above_n_count_as_n() -> None:
    assert simulate(n=2, w=5, r=5) == simulate(n=2, w=2, r=2)
