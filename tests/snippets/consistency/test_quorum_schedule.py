from itertools import product
from typing import get_args

import pytest

from snippets.consistency.quorum_schedule import (
    Fault,
    Promise,
    network,
    read,
    search,
    simulate,
    write,
)
from snippets.consistency.quorum_schedule import State as Start

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


def breaks(promise: Promise, table: dict[str, list[str]], w: int) -> bool:
    """Whether the steps break it, by what they say alone."""
    held, took = set[str](), set[str]()
    confirmed = False
    ended: list[str] = []
    wrong = False
    before = False
    rows = zip(*[table[name] for name in table if name != "Step"], strict=True)
    for ada, bob, cyd, far, shown in rows:
        news = ada or far
        if ada.startswith("writes new to ") or far.startswith("new is at "):
            names = news.split(":")[0].replace(" and dies", "")
            names = names.replace("writes new to ", "")
            names = names.replace("new is at ", "").replace("none", "")
            held |= set(names.replace(",", "").split())
            if "dies" not in news:
                took |= set(names.replace(",", "").split())
                assert ("confirmed" in news) == (
                    len(took) >= w and not confirmed
                )
                confirmed |= len(took) >= w
        if "loses" in far:
            held.discard(far.split()[0])
        text = bob or cyd
        if text.startswith("asks "):
            asked = set(text[5:].split(";")[0].replace(",", "").split())
            heard = "new" if asked & held else "old"
            assert text.endswith(f" {heard}")
            before = confirmed
        if text.startswith("brings new to "):
            names = text.split(";")[0].removeprefix("brings new to ")
            held |= set(names.replace(",", "").split())
        if "returns" in text:
            value = text.split()[-1]
            if promise == "Sees confirmed writes":
                wrong |= before and value == "old"
            else:
                wrong |= "new" in ended and value == "old"
            ended.append(value)
        now = ["new" if a in held else "old" for a in "abcde"]
        assert shown.split() == now[: len(shown.split())]
    return wrong


@pytest.mark.parametrize(("promise", "fault", "n", "w", "r", "back"), CASES)
def test_the_steps_really_break_the_promise(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> None:
    table = simulate(promise, fault, n, w, r, back)
    if "Schedule" in table:
        assert "None breaks it" in table["Schedule"][0]
    else:
        assert breaks(promise, table, w)


@pytest.mark.parametrize(
    ("promise", "fault", "n", "w", "r", "back"), CASES[::3]
)
def test_no_shorter_schedule_does(
    promise: Promise, fault: Fault, n: int, w: int, r: int, back: bool
) -> None:
    way, _ = search(promise, fault, n, w, r, back)
    # Every path, without dropping a state that was seen on another one.
    paths = [Start((0,) * n, (0,) * n)]
    for _ in range(min(len(way) - 1, 4) if way else 4):
        paths = [
            after
            for state in paths
            for _, _, after in (
                *write(state, fault, w),
                *network(state, fault),
                *(read(state, promise, w, r, back) if state.reader < 3 else ()),
            )
        ]
        assert not any(state.broken for state in paths)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (4, 3, 2), (5, 3, 3)])
def test_confirmed_writes_are_seen_if_and_only_if_sets_overlap(
    n: int, w: int, r: int
) -> None:
    for back in (False, True):
        way, _ = search("Sees confirmed writes", "Slow", n, w, r, back)
        assert bool(way) == (r + w <= n)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (5, 3, 3)])
def test_with_overlap_and_write_back_nobody_goes_back(
    n: int, w: int, r: int
) -> None:
    for fault in ("Slow", "Lost", "Writer dies", "Cut"):
        way, _ = search("Never goes back", fault, n, w, r, back=True)
        assert not (way and r + w > n)


@pytest.mark.parametrize(("n", "w", "r"), [*SIZES, (4, 3, 3), (5, 3, 3)])
def test_a_copy_that_may_be_lost_asks_for_one_more(
    n: int, w: int, r: int
) -> None:
    way, _ = search("Sees confirmed writes", "Copy lost", n, w, r, back=False)
    assert bool(way) == (r + w <= n + 1)


def test_overlap_alone_lets_readers_go_back() -> None:
    for fault in ("Slow", "Writer dies", "Cut"):
        assert search("Never goes back", fault, 3, 2, 2, back=False)[0]
    assert not search("Never goes back", "Slow", 3, 1, 3, back=False)[0]


def test_without_a_fault_nothing_breaks() -> None:
    for promise in get_args(Promise):
        for n, w, r in SIZES:
            assert not search(promise, "None", n, w, r, back=False)[0]


def test_r_and_w_above_n_count_as_n() -> None:
    assert simulate(n=2, w=5, r=5) == simulate(n=2, w=2, r=2)
