from math import inf
from zlib import crc32

import pytest

from snippets.caching.hot_key import RATE, READS, SERVERS, load


def busiest(*args: int, **kwargs: float) -> float:
    reads, _ = load(*args, **kwargs)  # type: ignore[arg-type]
    return max(reads.values()) / READS


def test_more_shards_leave_the_hot_shard_its_30_percent() -> None:
    assert busiest(10) == pytest.approx(0.3 + 0.07, abs=0.01)
    assert busiest(20) == pytest.approx(0.3 + 0.035, abs=0.01)
    assert busiest(200) == pytest.approx(0.3, abs=0.01)


def test_copies_of_the_key_spread_it_as_evenly_as_their_slots_fall() -> None:
    assert busiest(10, copies=5) < busiest(10)
    assert busiest(10, copies=50) < busiest(10, copies=5)


def test_a_local_copy_is_read_once_per_server_and_second() -> None:
    # A copy that never expires is read once per server.
    once, _ = load(10, local_seconds=inf)
    reads, _ = load(10, local_seconds=1.0)
    seconds = READS // RATE
    assert reads.total() - once.total() == SERVERS * (seconds - 1)
    assert max(reads.values()) / READS < 0.08


def test_five_copies_of_the_page_lie_on_three_shards() -> None:
    shards = {crc32(f"product:hot:{n}".encode()) % 10 for n in range(5)}
    assert len(shards) == 3


@pytest.mark.parametrize("shards", [1, 10])
def test_without_local_copies_every_read_reaches_a_shard(shards: int) -> None:
    reads, reach = load(shards)
    assert reach == 1
    assert reads.total() == READS
