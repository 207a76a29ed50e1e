"""What a router of reads and writes promises."""

import pytest
from solution import Router


def test_writes_are_the_primarys() -> None:
    got = Router(["a", "b"]).route("ada", writes=True)
    assert got == "primary", (
        f"A replica refuses writes: they are the primary's. Got {got}."
    )


def test_reads_go_to_replicas() -> None:
    got = Router(["a", "b"]).route("ada", writes=False)
    assert got == "a", (
        f"Reads go to replicas, or they are of no use. Got {got}."
    )


def test_a_user_reads_their_own_writes() -> None:
    router = Router(["a", "b"])
    router.committed("ada", 10)
    router.replayed("a", 9)
    router.replayed("b", 12)
    got = router.route("ada", writes=False)
    assert got != "primary", (
        "A user who wrote once is not bound to the primary for ever. "
        "b has replayed the commit."
    )
    assert got == "b", (
        "Users read their own writes: the replica may be behind. "
        f"The commit is at 10, a is at 9, b at 12; got {got}."
    )


def test_the_very_position_is_enough() -> None:
    router = Router(["a"])
    router.committed("ada", 10)
    router.replayed("a", 10)
    got = router.route("ada", writes=False)
    assert got == "a", (
        f"A replica at the very position has the commit. Got {got}."
    )


def test_the_primary_reads_if_all_are_behind() -> None:
    router = Router(["a", "b"])
    router.committed("ada", 10)
    router.replayed("b", 9)
    got = router.route("ada", writes=False)
    assert got == "primary", (
        "Without a fresh replica the primary reads. "
        f"The freshest is not fresh enough; got {got}."
    )


def test_others_do_not_wait() -> None:
    router = Router(["a"])
    router.committed("ada", 10)
    got = router.route("bob", writes=False)
    assert got == "a", f"Who wrote nothing need not wait for others. Got {got}."


def test_reads_are_spread() -> None:
    router = Router(["a", "b"])
    got = [router.route("ada", writes=False) for _ in range(4)]
    assert sorted(got) == ["a", "a", "b", "b"], (
        "Reads are spread over the replicas that are fresh enough. "
        f"Four reads, two replicas: {got}."
    )


def test_fewest_reads_among_the_fresh() -> None:
    router = Router(["a", "b"])
    router.committed("ada", 10)
    router.replayed("b", 11)
    got = [router.route("ada", writes=False) for _ in range(3)]
    assert got == ["b"] * 3, (
        "Every read of a user needs the last commit, not only the first. "
        f"a has replayed nothing; got {got}."
    )
    got = [router.route("bob", writes=False) for _ in range(3)]
    assert got == ["a"] * 3, (
        f"The one that was sent the fewest reads is next. Got {got}."
    )


def test_a_write_is_no_read() -> None:
    router = Router(["a", "b"])
    router.committed("ada", 10)
    router.replayed("b", 11)
    router.replayed("a", 10)
    router.route("ada", writes=True)
    got = router.route("ada", writes=False)
    assert got == "a", (
        "Of replicas with equal numbers of reads the first is next. "
        "It doesn't matter how far another is ahead, and a write is no read. "
        f"Got {got}."
    )


def test_the_last_commit_counts() -> None:
    router = Router(["a"])
    router.committed("ada", 10)
    router.committed("ada", 20)
    router.replayed("a", 12)
    router.route("ada", writes=True)
    router.replayed("a", 12)
    got = router.route("ada", writes=False)
    assert got == "primary", (
        "The last commit of the user counts, until it is replayed. "
        f"It is at 20, a at 12; got {got}."
    )


def test_a_late_report_changes_nothing() -> None:
    router = Router(["a"])
    router.committed("ada", 10)
    router.replayed("a", 12)
    router.replayed("a", 8)
    got = router.route("ada", writes=False)
    assert got == "a", (
        f"A late report must not take a position back. Got {got}."
    )


def test_a_late_commit_does_not_hide_the_last() -> None:
    router = Router(["a"])
    router.committed("ada", 10)
    router.committed("ada", 7)
    router.replayed("a", 8)
    got = router.route("ada", writes=False)
    assert got == "primary", (
        "An earlier commit, reported late, must not hide the last one. "
        f"The last commit is at 10, a at 8; got {got}."
    )


def test_a_stranger_is_refused() -> None:
    try:
        Router(["a"]).replayed("z", 5)
    except KeyError:
        return
    pytest.fail("An unknown replica is a KeyError.")
