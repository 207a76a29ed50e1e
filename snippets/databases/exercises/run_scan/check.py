"""What a scan over an LSM tree's runs promises."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from weakref import WeakSet

import pytest
from solution import Entry, scan

type Row = tuple[str, str]


class Key(str):
    """A key that can be seen to be in memory."""

    __slots__ = ("__weakref__",)


class File:
    """A run that counts how many of its entries were read."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.read = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.entries:
            self.read += 1
            yield entry


def scanned(*runs: list[Entry], low: str = "", high: str = "~") -> list[Row]:
    """All rows, at most 10,000."""
    return list(islice(scan([iter(run) for run in runs], low, high), 10_000))


def test_rows_of_all_runs_come_in_order() -> None:
    rows = scanned([("b", "2"), ("d", "4")], [("a", "1"), ("c", "3")])
    assert rows == [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")], (
        "Rows come in the order of their keys, whichever run has them. Got "
        f"{rows}."
    )


def test_the_newest_entry_counts() -> None:
    rows = scanned([("a", "new")], [("a", "old")], [("a", "oldest")])
    assert rows[:1] == [("a", "new")], (
        "Of a key in several runs the newest entry counts. The newest run is "
        f"the first: {rows}."
    )
    assert len(rows) == 1, (
        "A key comes once. When its newest entry has been taken, step over it "
        f"in the other runs as well: {rows}."
    )


def test_age_decides_between_equal_keys() -> None:
    rows = scanned([("a", "9")], [("a", "5")], [("b", "1")], [("b", "0")])
    assert rows == [("a", "9"), ("b", "1")], (
        "Between equal keys the age of the run decides. If the heap compares "
        f"values before ages, the smaller value wins: {rows}."
    )


def test_a_tombstone_hides_its_key() -> None:
    rows = scanned([("a", None)], [("a", "old"), ("b", "1")])
    assert ("a", "old") not in rows, (
        "A tombstone hides the older values. Drop it after the merge, not "
        f"before: {rows}."
    )
    assert rows == [("b", "1")], (
        f"A tombstone is no row. Do not hand it out: {rows}."
    )


def test_a_tombstone_in_an_older_run_hides_nothing_newer() -> None:
    rows = scanned([("a", "again")], [("a", None)], [("a", "old")])
    assert rows == [("a", "again")], (
        "A value that is newer than the tombstone is there. Only what is "
        f"older is hidden: {rows}."
    )


@pytest.mark.parametrize("value", ["", "0", "None"])
def test_any_string_is_a_value(value: str) -> None:
    rows = scanned([("a", value)])
    assert rows == [("a", value)], (
        "An empty string is a value. Compare with `is None`: the row of "
        f"{value!r} gave {rows}."
    )


def test_any_string_is_a_key() -> None:
    rows = scanned([("", "new"), ("a", "1")], [("", "old")])
    assert rows == [("", "new"), ("a", "1")], (
        "An empty string is a key. It is the smallest of all, and no sign "
        f"that nothing has been handed out yet: {rows}."
    )


def test_the_range_has_its_lower_end_and_not_its_upper() -> None:
    run: list[Entry] = [(key, key) for key in "abcde"]
    rows = [key for key, _ in scanned(run, run, low="b", high="d")]
    assert "b" in rows, f"The lower end belongs to the range. Got {rows}."
    assert "d" not in rows, f"The upper end is not in the range. Got {rows}."
    assert rows == ["b", "c"], (
        "A row below `low` is not in the range. A run may begin before it: "
        f"{rows}."
    )


def test_runs_end_one_after_the_other() -> None:
    rows = scanned([], [("a", "1")], [], [("b", "2"), ("c", "3")])
    assert rows == [("a", "1"), ("b", "2"), ("c", "3")], (
        "A run may be empty, and one ends before the others. Go on with those "
        f"that are left: {rows}."
    )
    rows = scanned([("a", "1"), ("y", "9")], [("b", "2")], high="m")
    assert rows == [("a", "1"), ("b", "2")], (
        "A run that has left the range says nothing of the others. Go on with "
        f"those that are left: {rows}."
    )
    assert scanned() == [], "No runs, no rows."
    assert scanned([("a", None)]) == [], "Nothing but a tombstone, no rows."


def test_a_row_is_handed_out_before_the_runs_are_read() -> None:
    files = [
        File([(f"{n:04}{age}", "x") for n in range(1_000)]) for age in "ab"
    ]
    rows = scan([iter(file) for file in files], "", "~")
    assert next(rows, None) == ("0000a", "x"), "The first row comes first."
    read = [file.read for file in files]
    assert max(read) <= 2, (
        "The first row needs the first entry of each run. A run may be longer "
        f"than memory, so read no further: of 1,000 each, {read} were read."
    )
    list(islice(rows, 99))
    read = [file.read for file in files]
    assert max(read) <= 53, (
        "A hundred rows need about a hundred entries. Step on only in the run "
        f"whose entry was taken: {read} were read."
    )


def test_it_holds_an_entry_per_run() -> None:
    held = WeakSet[Key]()

    def file(age: str) -> Iterator[Entry]:
        for n in range(200):
            key = Key(f"{n:04}{age}")
            held.add(key)
            yield key, None if n % 2 else "x"

    most = 0
    for row in scan([file("a"), file("b")], "", "~"):
        assert len(row) == 2, f"A row is a key and a value. Got {row}."
        most = max(most, len(held))
    assert most <= 10, (
        "Of each run one entry is held. To know a key that comes again, "
        "remember the last one: equal keys come one after the other. Of two "
        f"runs, {most} entries were in memory at once."
    )


def test_it_stops_at_the_end_of_the_range() -> None:
    file = File([(f"{n:04}", "x") for n in range(1_000)])
    rows = list(scan([iter(file)], "0000", "0010"))
    assert len(rows) == 10, "Ten rows are in the range."
    assert file.read <= 11, (
        "Behind the end of the range nothing is read. The run is sorted, so "
        f"the first key that is too large ends it: {file.read} were read."
    )
    behind = File([(f"{n:04}", "x") for n in range(5_000, 6_000)])
    file = File(file.entries)
    list(scan([iter(file), iter(behind)], "0000", "0010"))
    assert behind.read <= 1, (
        "Behind the end of the range nothing is read. That a run begins there "
        f"is known after one entry: {behind.read} were read."
    )


@pytest.mark.parametrize("seed", range(20))
def test_it_agrees_with_a_dict(seed: int) -> None:
    rng = Random(seed)
    runs: list[list[Entry]] = [
        [
            (key, rng.choice([None, "", f"{age}"]))
            for key in sorted(rng.sample("abcdefghij", rng.randrange(8)))
        ]
        for age in range(rng.randrange(5))
    ]
    low, high = rng.choice("abcdef"), rng.choice("defghij")
    newest: dict[str, str | None] = {}
    for run in reversed(runs):
        newest.update(run)
    expected = [
        (key, value)
        for key, value in sorted(newest.items())
        if value is not None and low <= key < high
    ]
    rows = scanned(*runs, low=low, high=high)
    assert rows == expected, (
        f"From {low} to before {high} the runs {runs}, newest first, have "
        f"{expected}, and gave {rows}."
    )
