"""What a leader of Raft may call committed."""

from itertools import product
from random import Random

from solution import Leader


def led(log: list[int], *has: int, term: int = 3, committed: int = 0) -> int:
    """What is committed if the followers have so much of the log."""
    names = [f"f{i}" for i in range(len(has))]
    leader = Leader(term, log, names, committed)
    for name, number in zip(names, has, strict=True):
        leader.acknowledge(name, number)
    return leader.committed()


def test_entries_are_numbered_from_one() -> None:
    leader = Leader(1, [], ["b", "c"], 0)
    got = [leader.append(), leader.append()]
    assert got == [1, 2], f"The first entry has number 1. Got {got}."


def test_the_given_log_is_left_alone() -> None:
    log = [1]
    Leader(2, log, ["b", "c"], 0).append()
    assert log == [1], (
        f"The log that was given is not the leader's to change. It is {log}."
    )


def test_nothing_is_committed_before_a_follower_has_it() -> None:
    got = led([3, 3], 0, 0)
    assert got == 0, f"One of three is no majority. Got {got}."


def test_the_leader_counts_itself() -> None:
    got = led([3, 3], 2, 0)
    assert got == 2, (
        "The leader has its own entries. "
        f"With one follower that is two of three; got {got}."
    )


def test_a_majority_is_enough() -> None:
    got = led([3, 3, 3], 3, 2, 0, 0)
    assert got == 2, (
        "A majority is enough, all are not needed. "
        f"Three of five have two entries; got {got}."
    )


def test_one_follower_of_four_is_not_enough() -> None:
    got = led([3, 3], 2, 0, 0, 0)
    assert got == 0, (
        "One follower of four is no majority. "
        f"Two of five have the entries; got {got}."
    )


def test_two_of_four_nodes_are_not_enough() -> None:
    got = led([3, 3], 2, 0, 0)
    assert got == 0, (
        "Half of the nodes are no majority. "
        f"Two of four have the entries; got {got}."
    )


def test_a_leader_alone_commits_at_once() -> None:
    leader = Leader(3, [], [], 0)
    leader.append()
    got = leader.committed()
    assert got == 1, (
        f"A leader without followers commits what it appends. Got {got}."
    )


def test_an_earlier_term_is_not_committed_by_counting() -> None:
    got = led([1, 2, 2], 3, 3, 0, 0)
    assert got == 0, (
        "An entry of an earlier term is not committed by counting. "
        "It is term 3, the majority has entries of term 2, which a later "
        f"leader may still overwrite; got {got}."
    )


def test_the_entry_that_counts_is_the_majority_s() -> None:
    got = led([1, 2, 2, 3], 3, 3, 0, 0)
    assert got == 0, (
        "The term is that of the entry that a majority has. "
        f"The leader's entry of term 3 is on no follower; got {got}."
    )


def test_an_own_entry_commits_all_before_it() -> None:
    got = led([1, 2, 2, 3], 4, 4, 0, 0)
    assert got == 4, (
        "With an entry of the own term, those before it are committed. "
        f"A majority has 1, 2, 2, 3; got {got}."
    )


def test_what_is_committed_stays_committed() -> None:
    got = led([1, 2, 2], 0, 0, committed=2)
    assert got == 2, (
        "What is committed stays so. The leader knew of two entries, and no "
        f"follower has answered it yet; got {got}."
    )


def test_one_answer_may_commit_many() -> None:
    got = led([3, 3, 3, 3], 4, 0)
    assert got == 4, f"One answer may commit many entries. Got {got} of 4."


def test_a_late_answer_takes_nothing_back() -> None:
    leader = Leader(3, [3, 3, 3], ["b", "c"], 0)
    leader.acknowledge("b", 3)
    leader.acknowledge("b", 1)
    got = leader.committed()
    assert got == 3, (
        f"A late answer takes nothing back. b has had three entries; got {got}."
    )


def test_one_follower_twice_is_one_copy() -> None:
    leader = Leader(3, [3, 3], ["b", "c", "d", "e"], 0)
    leader.acknowledge("b", 1)
    leader.acknowledge("b", 2)
    got = leader.committed()
    assert got == 0, (
        f"Two answers of one follower are one copy. Got {got}, of five nodes."
    )


def test_strangers_do_not_vote() -> None:
    leader = Leader(3, [3, 3], ["b", "c"], 0)
    leader.acknowledge("x", 2)
    leader.acknowledge("y", 2)
    got = leader.committed()
    assert got == 0, (
        "Who is no follower does not count. "
        f"x and y copy the log and have no vote; got {got}."
    )


def test_it_is_what_counting_gives() -> None:
    log = [1, 2, 2, 3, 3]
    for has in product(range(6), repeat=4):
        copies = [5, *has]
        counted = [
            number
            for number, term in enumerate(log, 1)
            if term == 3 and sum(c >= number for c in copies) >= 3
        ]
        expected = max(counted, default=0)
        got = led(log, *has)
        assert got == expected, (
            f"If the followers have {has} of {log}, {expected} is right; "
            f"got {got}."
        )


def test_over_a_long_term() -> None:
    rng = Random(1)
    names = ["b", "c", "d", "e"]
    leader, log = Leader(3, [1, 2], names, 1), [1, 2]
    has, expected = dict.fromkeys(names, 0), 1
    for _ in range(500):
        if rng.random() < 0.3:
            leader.append()
            log.append(3)
        name = rng.choice(names)
        number = rng.randrange(len(log) + 1)
        leader.acknowledge(name, number)
        has[name] = max(has[name], number)
        for i, term in enumerate(log, 1):
            if term == 3 and sum(h >= i for h in has.values()) >= 2:
                expected = max(expected, i)
        got = leader.committed()
        assert got == expected, (
            f"With {has}, of terms {log}, {expected} is right; got {got}."
        )
