"""What a compaction promises to those who read afterwards."""

from collections.abc import Callable
from itertools import product
from random import Random

import pytest
from solution import Entry, Run, compact

GRACE = 10
TODAY = 100
LONG_AGO = 1


def nothing_below(_: str) -> bool:
    return False


def everything_below(_: str) -> bool:
    return True


def compacted(
    *chosen: Run,
    below: Callable[[str], bool] = nothing_below,
    grace: int = GRACE,
) -> Run:
    """The merged run, of copies, since runs are files that never change."""
    given = [[*run] for run in chosen]
    merged = compact(given, below, TODAY, grace)
    assert given == [[*run] for run in chosen], (
        "A run is a file that never changes. Others read it while you merge: "
        "build a new list, and leave the chosen ones as they are."
    )
    return merged


def put(key: str, value: str = "ada", day: int = LONG_AGO) -> Entry:
    return Entry(key, value, day)


def delete(key: str, day: int = LONG_AGO) -> Entry:
    return Entry(key, None, day)


@pytest.mark.parametrize("day", [LONG_AGO, TODAY - 1])
def test_a_tombstone_hides_a_value_in_an_older_run(day: int) -> None:
    deleted = delete("17", day)
    merged = compacted([deleted], [put("42")], below=everything_below)
    assert deleted in merged, (
        "A tombstone hides values in older runs. If one of them may have the "
        f"key, keep it, old or young, or the deleted row comes back: {merged}."
    )


def test_a_tombstone_hides_a_value_among_the_chosen() -> None:
    merged = compacted([delete("17")], [put("17")])
    assert [entry for entry in merged if entry.value] == [], (
        "A tombstone hides values in the chosen runs, too. First find the "
        f"newest entry of each key, then ask whether it may go: {merged}."
    )


def test_a_tombstone_that_hides_nothing_goes() -> None:
    merged = compacted([delete("17")], [put("17"), put("42")])
    assert merged == [put("42")], (
        "A tombstone that hides nothing is dropped. This one is older than "
        "the grace period, and no older run has the key. Else deletes would "
        f"only ever take room. Got {merged}."
    )


def test_the_older_runs_are_asked_about_this_key() -> None:
    chosen = [delete("17"), delete("42")]
    merged = compacted(chosen, below=lambda key: key == "42")
    assert merged == [delete("42")], (
        "Each tombstone is judged by its own key. That an older run has some "
        f"other key is no reason to keep it: {merged}."
    )


def test_a_young_tombstone_stays() -> None:
    merged = compacted([delete("17", day=TODAY - GRACE + 1)])
    assert [entry.key for entry in merged] == ["17"], (
        "A tombstone younger than the grace period stays. Nothing is below, "
        "but a replica that missed the delete still has the row, and would "
        f"copy it back. Got {merged}."
    )


def test_after_the_grace_period_it_may_go() -> None:
    merged = compacted([delete("17", day=TODAY - GRACE)])
    assert merged == [], (
        "At `grace` days the period is over. The tombstone stays *until* "
        f"then, and may go now. Got {merged}."
    )
    merged = compacted([delete("17", day=TODAY - 3)], grace=3)
    assert merged == [], (
        "How long the grace period is, the caller says: three days here, and "
        f"the tombstone is three days old. Got {merged}."
    )


def test_a_clock_that_is_ahead_makes_no_tombstone_old() -> None:
    merged = compacted([delete("17", day=TODAY + 2 * GRACE)])
    assert [entry.key for entry in merged] == ["17"], (
        "A clock that is ahead dates a delete tomorrow. That one is not "
        f"`grace` days old yet, so it stays. Got {merged}."
    )


def test_the_age_is_that_of_the_delete() -> None:
    merged = compacted([delete("17", day=TODAY - 1)], [put("17", day=1)])
    assert merged == [delete("17", day=TODAY - 1)], (
        "The age that counts is the tombstone's own. The value that it hides "
        f"may be as old as it likes: {merged}."
    )
    for hidden in put("17", day=TODAY - 1), delete("17", day=TODAY - 1):
        merged = compacted([delete("17")], [hidden])
        assert merged == [], (
            "The age that counts is the tombstone's own. What it hides may "
            f"have a later day, by another clock: {hidden}. Got {merged}."
        )
    merged = compacted([delete("17", day=TODAY - 1)], [delete("17")])
    assert merged == [delete("17", day=TODAY - 1)], (
        "The age that counts is the tombstone's own. The row was deleted "
        f"twice, and the newer delete is a day old: {merged}."
    )


def test_a_new_value_replaces_a_tombstone() -> None:
    merged = compacted([put("17", "grace")], [delete("17")], [put("17")])
    assert merged == [put("17", "grace")], (
        "A row that was written after its delete is there again. The newest "
        f"run is the first of the chosen: {merged}."
    )


def test_the_run_decides_and_not_the_clock() -> None:
    merged = compacted([put("17", "new", day=5)], [put("17", "old", day=9)])
    assert merged == [put("17", "new", day=5)], (
        "The order of the runs decides, not the clock of a writer. Clocks are "
        f"set back; the newest run comes first: {merged}."
    )
    merged = compacted([put("17", "new", day=5)], [delete("17", day=9)])
    assert merged == [put("17", "new", day=5)], (
        "The order of the runs decides, not the clock of a writer. That holds "
        f"for a delete as well: {merged}."
    )


@pytest.mark.parametrize("below", [True, False])
def test_values_stay_whatever_is_below(below: bool) -> None:
    merged = compacted([put("17", day=1)], below=lambda _: below)
    assert merged == [put("17", day=1)], (
        "A value stays. It is data, however old it is and whatever is below. "
        f"Got {merged}."
    )


def test_an_empty_value_is_a_value() -> None:
    merged = compacted([put("17", "")], [put("17", "ada")])
    assert merged == [put("17", "")], (
        "An empty string is a value. Only None is a tombstone: compare with "
        f"`is None`. Got {merged}."
    )


def test_the_new_run_is_in_order() -> None:
    merged = compacted([delete("b", TODAY), put("d")], [put("a"), put("c")])
    assert [entry.key for entry in merged] == ["a", "b", "c", "d"], (
        "A run is sorted by its keys. Nobody could search in it else. Got "
        f"{[entry.key for entry in merged]}."
    )


def test_every_history_of_one_key() -> None:
    for history in product([None, "put", "delete"], repeat=4):
        runs: list[Run] = [
            []
            if what is None
            else [
                delete("17", n) if what == "delete" else put("17", f"v{n}", n)
            ]
            for n, what in reversed(list(enumerate(history)))
        ]
        for end in range(1, 5):
            older = [entry for run in runs[end:] for entry in run]
            below = everything_below if older else nothing_below
            merged = compacted(*runs[:end], below=below)
            before = next((run[0].value for run in runs if run), None)
            after = next((entry.value for entry in [*merged, *older]), None)
            assert before == after, (
                "What a reader sees is the same before and after. The key's "
                f"history was {history}, the {end} newest runs were merged: "
                f"{before} became {after}."
            )


def test_many_keys() -> None:
    rng = Random(1)
    for _ in range(50):
        runs = [
            [
                rng.choice([put(f"{key:02}", f"{n}"), delete(f"{key:02}")])
                for key in sorted(rng.sample(range(20), 8))
            ]
            for n in range(3)
        ]
        merged = compacted(*runs)
        expected: dict[str, Entry] = {}
        for run in reversed(runs):
            expected.update((entry.key, entry) for entry in run)
        live = [expected[k] for k in sorted(expected) if expected[k].value]
        assert merged == live, (
            "Three runs merged to the last level leave the newest value of "
            "each key that is not deleted, once and by key."
        )
