import pytest

from snippets.databases.tombstone_scan import Queue


def test_jobs_come_in_order_and_each_once() -> None:
    queue = Queue(5)
    assert [queue.take()[0] for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(LookupError, match="no job after -1"):
        queue.take()


def test_each_taken_job_costs_the_next_scan_one_entry() -> None:
    queue = Queue(100)
    assert [queue.take()[1] for _ in range(100)] == list(range(1, 101))


def test_a_seek_behind_the_last_job_reads_one_entry() -> None:
    queue, last = Queue(100), -1
    for _ in range(100):
        last, read = queue.take(after=last)
        assert read == 1


def test_compaction_drops_the_taken_and_keeps_the_rest() -> None:
    queue = Queue(10)
    for _ in range(4):
        queue.take()
    queue.compact()
    assert len(queue.entries) == 6
    assert queue.take() == (4, 1)
