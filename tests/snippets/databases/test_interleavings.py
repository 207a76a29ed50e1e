from collections.abc import Iterator
from inspect import getsource
from itertools import combinations
from pathlib import Path
from runpy import run_path

import pytest

from snippets.databases import interleavings
from snippets.databases.interleavings import (
    ORDERS,
    SERIAL,
    START,
    STORIES,
    play,
)
from tests.paths import ROOT

RC, SI, FULL = "read committed", "snapshot isolation", "serializable"


def broken(story: str, level: str) -> list[tuple[int, ...]]:
    fine = [play(story, level, order) for order in SERIAL]
    return [order for order in ORDERS if play(story, level, order) not in fine]


def refused(story: str, level: str) -> int:
    return sum({} in play(story, level, order) for order in ORDERS)


@pytest.mark.parametrize(
    ("story", "level", "bad", "again"),
    [
        ("write skew", RC, 60, 0),
        ("write skew", SI, 68, 0),
        ("write skew", FULL, 0, 68),
        ("lost update", RC, 60, 0),
        ("lost update", SI, 0, 68),
        ("lost update", FULL, 0, 68),
        ("read skew", RC, 10, 0),
        ("read skew", SI, 0, 0),
        ("read skew", FULL, 0, 0),
    ],
)
def test_so_many_orders_of_70_break_or_refuse(
    story: str, level: str, bad: int, again: int
) -> None:
    assert len(ORDERS) == 70
    assert len(broken(story, level)) == bad
    assert refused(story, level) == again


def positions(order: tuple[int, ...]) -> Iterator[list[int]]:
    """When each of the two takes its steps."""
    for who in (0, 1):
        yield [time for time, turn in enumerate(order) if turn == who]


def test_read_committed_breaks_if_each_reads_before_the_other_commits() -> None:
    for story in ("write skew", "lost update"):
        bad = set(broken(story, RC))
        for order in ORDERS:
            (_, read, _, commit), (_, other, _, end) = positions(order)
            assert (order in bad) == (read < end and other < commit)


def test_snapshots_break_write_skew_unless_one_ends_before_the_other() -> None:
    bad = set(broken("write skew", SI))
    for order in ORDERS:
        (begin, *_, commit), (start, *_, end) = positions(order)
        assert (order in bad) == (begin < end and start < commit)
    assert {*ORDERS} - bad == {ORDERS[0], ORDERS[-1]}


def test_read_skew_needs_a_commit_between_the_two_reads() -> None:
    bad = set(broken("read skew", RC))
    for order in ORDERS:
        (_, first, second, _), (*_, commit) = positions(order)
        assert (order in bad) == (first < commit < second)


def test_every_broken_write_skew_leaves_nobody_on_call() -> None:
    for order in broken("write skew", SI):
        rows = play("write skew", SI, order)[-1]
        assert rows["ada"] == rows["bob"] == 0


def test_serializable_never_refuses_both() -> None:
    for story in STORIES:
        for order in ORDERS:
            assert play(story, FULL, order).count({}) <= 1


def test_a_snapshot_at_the_first_read_as_in_postgresql_breaks_60(
    tmp_path: Path,
) -> None:
    source = getsource(interleavings)
    mark = 'step == "begin" or'
    assert mark in source
    changed = tmp_path / "changed.py"
    first_read = '(step == "read" and not me.saw)'  # as the page says
    changed.write_text(source.replace(mark, f"{first_read} or"))
    page = (ROOT / "docs/databases/isolation.md").read_text(encoding="utf-8")
    assert f"`{first_read}`" in page
    play_changed = run_path(str(changed))["play"]
    ends = [play_changed("write skew", SI, order) for order in ORDERS]
    assert sum(end[-1]["ada"] + end[-1]["bob"] == 0 for end in ends) == 60
    fine = [play_changed("read skew", SI, order) for order in SERIAL]
    for order in ORDERS:
        assert play_changed("read skew", SI, order) in fine


class Waiting:
    """The same stories by locks: a write waits for who has written the row.

    Written apart from the snippet: versions with commit times, and the first
    updater wins, as in PostgreSQL.
    """

    def __init__(self, story: str, level: str) -> None:
        self.level, self.time = level, 0
        self.versions = {row: [(0, value)] for row, value in START.items()}
        self.steps = [
            ["begin", *text.split(", "), "commit"]
            for text in STORIES[story].split(" | ")
        ]
        self.since, self.owed = [0, 0], [0, 0]
        self.saw: list[dict[str, int]] = [{}, {}]
        self.new: list[dict[str, int]] = [{}, {}]
        self.failed = [False, False]

    def newest(self, row: str, until: int) -> int:
        return [value for at, value in self.versions[row] if at <= until][-1]

    def step(self, me: int) -> bool:
        kind, *rows = self.steps[me][0].split()
        if self.failed[me]:
            pass
        elif kind == "begin":
            self.since[me] = self.time
        elif kind == "read":
            until = self.time if self.level == RC else self.since[me]
            for row in rows:
                self.saw[me][row] = self.newest(row, until)
        elif kind == "write":
            if {*rows} & {*self.new[1 - me]} and self.steps[1 - me]:
                return False
            for row in rows:
                if (
                    self.level != RC
                    and self.versions[row][-1][0] > self.since[me]
                ):
                    self.failed[me], self.new[me] = True, {}
            if not self.failed[me] and sum(self.saw[me].values()) > 1:
                self.new[me] = {row: self.saw[me][row] - 1 for row in rows}
        else:
            self.time += 1
            for row, value in self.new[me].items():
                self.versions[row].append((self.time, value))
        self.steps[me].pop(0)
        return True

    def run(
        self, order: tuple[int, ...]
    ) -> tuple[list[dict[str, int]], dict[str, int]]:
        for turn in order:
            self.owed[turn] += 1
            for me in (turn, 1 - turn):
                while self.owed[me] and self.step(me):
                    self.owed[me] -= 1
        saw = [
            {} if failed else seen
            for failed, seen in zip(self.failed, self.saw, strict=True)
        ]
        return saw, {row: self.newest(row, self.time) for row in self.versions}


@pytest.mark.parametrize("level", [RC, SI])
@pytest.mark.parametrize("story", STORIES)
def test_with_locks_and_waits_as_many_break(story: str, level: str) -> None:
    fine = [Waiting(story, level).run(order) for order in SERIAL]
    ends = [Waiting(story, level).run(order) for order in ORDERS]
    assert sum(end not in fine for end in ends) == len(broken(story, level))
    assert sum({} in saw for saw, _ in ends) == refused(story, level)


def test_the_orders_are_the_70_ways_to_choose_four_turns_of_eight() -> None:
    assert {*ORDERS} == {
        tuple(int(turn not in ada) for turn in range(8))
        for ada in combinations(range(8), 4)
    }
