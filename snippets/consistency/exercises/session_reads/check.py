"""What the session of a user promises."""

from random import Random

from solution import Session


def test_who_knows_nothing_reads_a_replica() -> None:
    got = Session().choose("users", {"a": 0, "b": 9})
    assert got in ("a", "b"), (
        f"Who knows nothing can read any replica. Got {got}."
    )


def test_users_read_their_writes() -> None:
    session = Session()
    session.wrote("users", 10)
    got = session.choose("users", {"a": 9, "b": 9})
    assert got == "primary", (
        "A read must not miss the user's own write. "
        f"It is at 10, both replicas are at 9; got {got}."
    )


def test_the_primary_is_the_last_resort() -> None:
    session = Session()
    session.wrote("users", 10)
    got = session.choose("users", {"a": 9, "b": 12})
    assert got == "b", (
        "Any replica that is far enough will do; the primary only if none is. "
        f"The write is at 10, a at 9, b at 12; got {got}."
    )


def test_the_primary_is_left_once_the_replicas_have_caught_up() -> None:
    session = Session()
    session.wrote("users", 10)
    got = session.choose("users", {"a": 11, "b": 12})
    assert got in ("a", "b"), (
        "Once the replicas have the write, the primary is not needed. "
        f"Got {got}."
    )


def test_the_very_position_is_enough() -> None:
    session = Session()
    session.wrote("users", 10)
    got = session.choose("users", {"a": 10})
    assert got == "a", (
        f"A replica at the very position has the write. Got {got}."
    )


def test_reads_do_not_go_back() -> None:
    session = Session()
    session.saw("users", 8)
    got = session.choose("users", {"a": 7, "b": 8})
    assert got == "b", (
        "A read must not go back behind what was seen. "
        f"That is at 8, a at 7, b at 8; got {got}."
    )


def test_a_read_does_not_forget_the_write() -> None:
    session = Session()
    session.wrote("users", 10)
    session.saw("users", 3)
    got = session.choose("users", {"a": 5})
    assert got == "primary", (
        "An old row that is seen takes nothing back. "
        f"The write is at 10, a at 5; got {got}."
    )


def test_a_write_does_not_forget_the_read() -> None:
    session = Session()
    session.saw("users", 10)
    session.wrote("users", 7)
    got = session.choose("users", {"a": 8})
    assert got == "primary", (
        "A write whose answer comes late takes nothing back. "
        f"Position 10 was seen, a is at 8; got {got}."
    )


def test_a_late_answer_takes_nothing_back() -> None:
    session = Session()
    session.wrote("users", 10)
    session.wrote("users", 7)
    got = session.choose("users", {"a": 8})
    assert got == "primary", (
        "A write whose answer comes late takes nothing back. "
        f"One was at 10 before, a is at 8; got {got}."
    )


def test_asking_once_changes_nothing() -> None:
    session = Session()
    session.wrote("users", 10)
    session.choose("users", {"a": 10})
    got = session.choose("users", {"b": 4})
    assert got == "primary", (
        "One good read does not end the promise. "
        f"The next replica is at 4; got {got}."
    )


def test_shards_have_logs_of_their_own() -> None:
    session = Session()
    session.wrote("users", 1_000)
    session.saw("users", 2_000)
    got = session.choose("posts", {"a": 3})
    assert got == "a", (
        "Positions of one shard say nothing about another. "
        f"Nothing is known of posts; got {got}."
    )


def test_another_device_goes_on() -> None:
    phone = Session()
    phone.wrote("users", 10)
    laptop = Session(phone.token())
    got = laptop.choose("users", {"a": 9})
    assert got == "primary", (
        "A token carries the writes to another device. "
        f"The phone wrote at 10, a is at 9; got {got}."
    )


def test_a_token_carries_what_was_seen() -> None:
    phone = Session()
    phone.saw("users", 10)
    laptop = Session(phone.token())
    got = laptop.choose("users", {"a": 9})
    assert got == "primary", (
        "A token carries the reads to another device. "
        f"The phone saw 10, a is at 9; got {got}."
    )


def test_a_token_carries_each_shard() -> None:
    phone = Session()
    phone.wrote("users", 10)
    phone.wrote("posts", 20)
    laptop = Session(phone.token())
    for session in (laptop, phone):
        got = [
            session.choose(shard, {"a": at})
            for shard, at in [("users", 9), ("users", 10), ("posts", 19)]
        ]
        assert got == ["primary", "a", "primary"], (
            "A token carries each shard with its own position. Its giver keeps "
            f"them. users is at 10, posts at 20; got {got}."
        )


def test_a_token_stays_as_it_was_given_out() -> None:
    phone = Session()
    phone.wrote("users", 1)
    token = phone.token()
    laptop = Session(token)
    phone.wrote("users", 10)
    got = laptop.choose("users", {"a": 5})
    assert got == "a", (
        "A token must not change after it was given out. "
        f"The laptop knows of 1, a is at 5; got {got}."
    )


def test_a_session_leaves_its_token_alone() -> None:
    phone = Session()
    phone.wrote("users", 10)
    token = phone.token()
    laptop = Session(token)
    laptop.wrote("users", 20)
    got = Session(token).choose("users", {"a": 15})
    assert got == "a", (
        "A session must not change the token that it was given, or others. "
        f"The token says 10, a is at 15; got {got}."
    )
    got = phone.choose("users", {"a": 15})
    assert got == "a", (
        "A session must not change the token that it was given, or others. "
        f"The phone knows of 10, a is at 15; got {got}."
    )


def test_without_replicas_the_primary_reads() -> None:
    got = Session().choose("users", {})
    assert got == "primary", f"Without replicas the primary reads. Got {got}."


def test_the_promises_hold_over_a_long_day() -> None:
    rng = Random(1)
    session, known = Session(), {"users": 0, "posts": 0}
    for now in range(1, 2_000):
        shard = rng.choice(sorted(known))
        if rng.random() < 0.2:
            session.wrote(shard, now)
            known[shard] = now
            continue
        replicas = {r: max(0, now - rng.randrange(12)) for r in "abc"}
        got = session.choose(shard, replicas)
        enough = any(at >= known[shard] for at in replicas.values())
        assert (got != "primary") == enough, (
            f"With {replicas} and {known[shard]} known, got {got}."
        )
        if enough:
            assert replicas[got] >= known[shard], f"{got} is behind."
        seen = rng.randrange(1 + replicas.get(got, now))
        session.saw(shard, seen)
        known[shard] = max(known[shard], seen)
