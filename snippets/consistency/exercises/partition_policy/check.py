"""A store's answers, judged as a history."""

from random import Random

from solution import Store

SMALL, LARGE = (0, 1), (2, 3, 4)


def parted() -> Store:
    """Five replicas that have "one", then 0 and 1 are cut off."""
    store = Store(5)
    assert store.write(0, "one"), "Without a cut each write is done."
    store.cut(*SMALL)
    return store


def test_without_a_cut_all_is_seen_everywhere() -> None:
    store = Store(3)
    assert store.read(1) == "", "The empty text is a value, and no refusal."
    assert store.write(0, "one"), "Without a cut each write is done."
    assert [store.read(at) for at in range(3)] == ["one"] * 3, (
        "A write at one replica is read at the others."
    )


def test_a_majority_goes_on() -> None:
    store = parted()
    store.write(2, "two")
    assert store.read(4) == "two", (
        "Three of five are a majority: the one that was asked is one of them."
    )


def test_a_majority_need_not_be_all() -> None:
    store = Store(5)
    store.cut(0)
    assert store.write(3, "three"), (
        "One replica is cut off and four of five go on: a majority is enough."
    )


def test_the_small_side_refuses_writes() -> None:
    store = parted()
    assert not store.write(0, "two"), (
        "Two of five are no majority: a write there is refused, or the other "
        "side reads an old value."
    )


def test_a_refused_write_is_not_seen() -> None:
    store = parted()
    store.write(0, "refused")
    said = "A write that was refused must not be seen later: decide first, "
    assert store.peek(0) == "one", said + "then write."
    store.mend()
    assert store.read(0) == "one", said + "then write."


def test_the_small_side_refuses_reads() -> None:
    store = parted()
    store.write(2, "two")
    assert store.read(0) is None, (
        "The small side can not know what was written last: read answers None."
    )


def test_half_is_no_majority() -> None:
    store = Store(4)
    store.cut(0, 1)
    done = [store.write(0, "left"), store.write(2, "right")]
    assert done == [False, False], (
        "Two of four are no majority: the other two would go on as well."
    )


def test_majorities_of_other_sizes() -> None:
    said = "How many are a majority depends on how many there are."
    for count in range(1, 9):
        for small in range(count // 2 + 1):
            store = Store(count)
            store.cut(*range(small))
            large = count - small > count / 2
            assert store.write(count - 1, "x") == large, said
            assert (store.read(count - 1) is not None) == large, said


def test_old_copies_are_not_read_after_the_cut() -> None:
    store = parted()
    store.write(2, "two")
    store.mend()
    assert store.read(0) == "two", (
        "After a partition some copies are old: read the newest of a majority."
    )


def test_one_new_copy_is_enough() -> None:
    store = parted()
    store.write(2, "two")
    store.cut(2, 3)  # 0 and 1 are old, 4 is not
    assert store.read(0) == "two", (
        "The newest copy counts, and not what most of the copies say."
    )


def test_a_later_write_is_newer() -> None:
    store = parted()
    for word in ("two", "three", "four"):
        store.write(2, word)
    store.cut(2)  # what it has is on 3 and 4, too
    store.write(0, "five")
    store.mend()
    assert store.read(0) == "five", (
        "A new write needs a higher version than any before: see all reached."
    )


def test_the_next_majority_meets_the_last_write() -> None:
    store = Store(5)
    store.write(0, "one")
    store.cut(0, 1)
    assert store.read(3) == "one", (
        "A write is for every replica reached: the next majority must meet it."
    )


def test_peek_always_answers() -> None:
    store = parted()
    store.write(2, "two")
    assert (store.peek(0), store.peek(3)) == ("one", "two"), (
        "peek answers on both sides, with what is known there."
    )
    store.cut(0, 4)  # 0 has missed the second write, 4 has not
    assert store.peek(0) == "two", (
        "peek takes the newest that its side has, and not its own copy."
    )


def test_tags_are_taken_on_both_sides() -> None:
    store = parted()
    store.tag(0, "red")
    store.tag(2, "blue")
    assert (store.tags(1), store.tags(4)) == ({"red"}, {"blue"}), (
        "tag is done on both sides: sets can be merged afterwards."
    )


def test_tags_are_those_of_the_side() -> None:
    store = parted()
    store.tag(4, "blue")
    store.cut(0, 4)  # 0 has missed the tag, 4 has not
    assert store.tags(0) == {"blue"}, (
        "tags shows all that its side has, and not only its own copy."
    )


def test_no_tag_is_lost() -> None:
    store = parted()
    store.tag(0, "red")
    store.tag(2, "blue")
    store.mend()
    assert store.tags(3) == {"red", "blue"}, (
        "A tag of the small side is as good as the others: merge, and lose "
        "none."
    )
    store.cut(*SMALL)
    assert store.tags(0) == store.tags(2) == {"red", "blue"}, (
        "After mend each replica has every tag, also after the next cut."
    )


def test_replicas_share_no_set() -> None:
    store = parted()
    store.mend()
    store.cut(*SMALL)
    store.tag(0, "green")
    assert store.tags(2) == set(), (
        "Each replica has a set of its own: a tag does not cross a cut."
    )
    store.tags(0).clear()
    assert store.tags(0) == {"green"}, "The caller may change what it got."


def test_a_long_history() -> None:
    rng, store, last = Random(1), Store(5), ""
    cut: set[int] = set()
    added: set[str] = set()
    for step in range(3_000):
        at, small = rng.randrange(5), len(cut)
        large = (small if at in cut else 5 - small) >= 3
        match rng.choice(["cut", "mend", "write", "read", "tag", "peek"]):
            case "cut" if not cut:
                cut = set(rng.sample(range(5), rng.randrange(1, 5)))
                store.cut(*cut)
            case "mend":
                cut = set()
                store.mend()
                assert store.tags(at) == added, "No tag is lost, in no order."
            case "write":
                done = store.write(at, f"v{step}")
                assert done == large, "A write is done by a majority only."
                last = f"v{step}" if done else last
            case "read":
                assert store.read(at) == (last if large else None), (
                    "A read gives the last write that was done, or None."
                )
            case "tag":
                store.tag(at, f"t{step % 50}")
                added.add(f"t{step % 50}")
            case "peek":
                known = store.peek(at)
                assert not large or known == last, (
                    "peek takes the newest that its side has."
                )
