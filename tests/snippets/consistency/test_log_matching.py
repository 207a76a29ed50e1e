from random import Random

import pytest

from snippets.consistency.log_matching import (
    Log,
    bring_up_to_date,
    take,
    terms_of,
    written,
)


def matches(one: Log, other: Log) -> bool:
    """Raft's log matching property."""
    return all(
        one[:i] == other[:i]
        for i in range(1, min(len(one), len(other)) + 1)
        if one[i - 1][0] == other[i - 1][0]
    )


@pytest.mark.parametrize("terms", ["", "1", "222", "11144556666", "9"])
def test_any_follower_becomes_like_the_leader(terms: str) -> None:
    leader, follower = written("11144556668"), written(terms)
    bring_up_to_date(leader, follower)
    assert follower == leader


def test_what_does_not_match_is_refused_and_nothing_changes() -> None:
    log = written("112")
    assert not take(log, 3, 1, [(3, "x")])
    assert not take(log, 4, 2, [(3, "x")])
    assert log == written("112")


def test_a_message_that_comes_late_removes_nothing_that_agrees() -> None:
    log = written("1123")
    assert take(log, 1, 1, written("112")[1:2])
    assert log == written("1123")


def test_one_that_disagrees_is_removed_with_all_behind_it() -> None:
    log = written("11222")
    assert take(log, 2, 1, [(3, "3.3")])
    assert terms_of(log) == "113"


def test_an_unchecked_entry_breaks_log_matching() -> None:
    leader, unchecked = written("11144556668"), written("11122233333")
    unchecked[10:] = leader[10:]
    assert not matches(leader, unchecked)


@pytest.mark.parametrize("seed", range(20))
def test_logs_match_after_any_leaders_and_lost_messages(seed: int) -> None:
    rng = Random(seed)
    logs: list[Log] = [[] for _ in range(5)]
    for term in range(1, 60):
        # A leader has as new a log as a majority's, and tells some of them.
        order = sorted(
            logs, key=lambda log: (log[-1][0] if log else 0, len(log))
        )
        leader = order[rng.randrange(2, 5)]
        for i in range(rng.randrange(4)):
            leader.append((term, f"{term}.{i}"))
            for follower in rng.sample(logs, rng.randrange(1, 4)):
                if follower is not leader:
                    bring_up_to_date(leader, follower)
        assert all(matches(a, b) for a in logs for b in logs)
