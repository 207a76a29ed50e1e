from pathlib import Path

from snippets.databases.sqlite_isolation import DIRTY_READ, WRITE_SKEW, play

SHARED = "file:shop?mode=memory&cache=shared"


def answers(address: str, turns: str) -> list[str]:
    return [line.split()[-1] for line in play(address, turns)]


def test_a_shared_cache_with_read_uncommitted_reads_what_is_rolled_back() -> (
    None
):
    assert answers(SHARED, DIRTY_READ)[2:5] == [
        "SQLITE_LOCKED_SHAREDCACHE",
        "ok",
        "1",
    ]


def test_without_a_shared_cache_the_pragma_changes_nothing(
    tmp_path: Path,
) -> None:
    told = answers(f"file:{tmp_path}/shop.db", DIRTY_READ)
    assert told[2] == told[4] == "2"


def test_the_second_writer_is_refused_during_and_after_the_first(
    tmp_path: Path,
) -> None:
    told = answers(f"file:{tmp_path}/shop.db", WRITE_SKEW)
    assert told[2:4] == ["2", "2"]
    assert told[5] == "SQLITE_BUSY"
    assert told[7] == "SQLITE_BUSY_SNAPSHOT"


def test_begun_again_it_counts_one(tmp_path: Path) -> None:
    assert answers(f"file:{tmp_path}/shop.db", WRITE_SKEW)[-1] == "1"


def test_two_immediate_transactions_do_not_run_at_the_same_time(
    tmp_path: Path,
) -> None:
    turns = "\n    a: BEGIN IMMEDIATE\n    b: BEGIN IMMEDIATE"
    assert answers(f"file:{tmp_path}/shop.db", turns) == ["ok", "SQLITE_BUSY"]
