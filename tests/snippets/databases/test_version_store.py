import random

import pytest

from snippets.databases.version_store import Row


def test_a_snapshot_goes_on_seeing_the_version_that_was_replaced() -> None:
    row = Row(9)
    old = {*row.committed}
    assert row.write(8, me=2, snapshot=old) == "ok"
    row.committed.add(2)
    assert row.seen(old).value == 9
    assert row.seen(row.committed).value == 8


def test_nobody_but_the_writer_sees_what_is_not_committed() -> None:
    row = Row(9)
    row.write(8, me=2, snapshot={1})
    assert row.seen(row.committed).value == 9
    assert row.seen({1, 2}).value == 8


def test_the_second_updater_waits_and_is_refused_if_the_first_commits() -> None:
    row = Row(9)
    row.write(8, me=2, snapshot={1})
    assert row.write(7, me=3, snapshot={1}) == "waits"
    row.committed.add(2)
    assert row.write(7, me=3, snapshot={1}) == "40001"


def test_the_second_updater_goes_on_if_the_first_aborts() -> None:
    row = Row(9)
    row.write(8, me=2, snapshot={1})
    row.aborted.add(2)
    assert row.write(7, me=3, snapshot={1}) == "ok"
    row.committed.add(3)
    assert row.seen(row.committed).value == 7


def test_one_transaction_may_write_twice() -> None:
    row = Row(9)
    assert row.write(8, me=2, snapshot={1}) == "ok"
    assert row.write(7, me=2, snapshot={1}) == "ok"
    row.committed.add(2)
    assert row.seen(row.committed).value == 7


def test_vacuum_drops_only_what_the_oldest_snapshot_does_not_need() -> None:
    row = Row(9)
    old = {*row.committed}
    row.write(8, me=2, snapshot=old)
    row.committed.add(2)
    row.vacuum(old)
    assert row.seen(old).value == 9
    row.vacuum(row.committed)
    assert [version.value for version in row.versions] == [8]
    with pytest.raises(StopIteration):
        row.seen(old)


def test_random_histories_agree_with_a_copy_of_the_value_per_snapshot() -> None:
    rng = random.Random(7)
    for _ in range(200):
        row, current = Row(0), 0
        kept = [({*row.committed}, current)]
        for me in range(2, 12):
            assert row.write(me * 10, me, {*row.committed}) == "ok"
            if rng.random() < 0.6:
                row.committed.add(me)
                current = me * 10
            else:
                row.aborted.add(me)
            kept.append(({*row.committed}, current))
        for snapshot, value in kept:
            assert row.seen(snapshot).value == value
