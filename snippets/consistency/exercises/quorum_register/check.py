"""A register's answers, while replicas come and go."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import permutations
from random import Random

from solution import Client, Entry, Replica


def reach(replicas: Sequence[Replica], *numbers: int) -> None:
    """From now on only these answer."""
    for number, replica in enumerate(replicas):
        replica.reachable = number in numbers


class Watched(Replica):
    """Calls somebody before it is told anything."""

    before_tell: Callable[[], object] | None = None

    def tell(self, entry: Entry) -> bool:
        if call := self.before_tell:
            self.before_tell = None
            call()
        return super().tell(entry)


def before_first_tell(
    replicas: Sequence[Watched], call: Callable[[int], object]
) -> None:
    """Calls it with the number of whichever replica is told first."""

    def first(at: int) -> None:
        for replica in replicas:
            replica.before_tell = None
        call(at)

    for at, replica in enumerate(replicas):
        replica.before_tell = partial(first, at)


def test_what_was_written_is_read() -> None:
    replicas = [Replica() for _ in range(3)]
    ada, bob = Client("ada", replicas), Client("bob", replicas)
    assert bob.read() == "", "The empty text is a value, and no refusal."
    assert ada.write("one"), "All are in reach, so the write is done."
    assert bob.read() == "one", "A read gives what was written before."
    assert ada.write(""), "The empty text can be written."
    assert bob.read() == "", "The empty text is a value, and no refusal."


def test_a_majority_is_enough() -> None:
    for count in range(1, 8):
        for up in range(count + 1):
            replicas = [Replica() for _ in range(count)]
            reach(replicas, *range(up))
            client, enough = Client("ada", replicas), 2 * up > count
            said = "More than half is a majority: not half, and not all."
            assert client.write("one") == enough, said
            assert client.read() == ("one" if enough else None), said
            assert [replica.reachable for replica in replicas] == (
                [True] * up + [False] * (count - up)
            ), "Who is out of reach stays so: leave the replicas as they are."


def test_a_majority_that_missed_the_write_is_outvoted() -> None:
    replicas = [Replica() for _ in range(5)]
    reach(replicas, 0, 1, 2)
    Client("ada", replicas).write("one")
    reach(replicas, 2, 3, 4)
    assert Client("bob", replicas).read() == "one", (
        "One that has it is enough: the highest entry counts, not the most."
    )


def test_the_highest_number_counts() -> None:
    replicas = [Replica() for _ in range(3)]
    ada, bob = Client("ada", replicas), Client("bob", replicas)
    reach(replicas, 0, 1)
    ada.write("zebra")
    reach(replicas, 1, 2)
    ada.write("ant")
    reach(replicas, 0, 1)
    assert bob.read() == "ant", "Later is higher: compare entries, not values."


def test_of_equal_numbers_the_name_decides() -> None:
    for names in permutations(["ada", "bob"]):
        replicas = [Replica() for _ in range(3)]
        for replica, name in zip(replicas, names, strict=False):
            replica.tell(Entry(1, name, f"{name}'s"))
        reach(replicas, 0, 1)
        assert Client("zoe", replicas).read() == "bob's", (
            "Of equal numbers the name decides: compare whole entries."
        )


def test_who_is_silent_is_not_known() -> None:
    replicas = [Replica() for _ in range(3)]
    replicas[2].tell(Entry(1, "ada", "new"))
    reach(replicas, 0, 1)
    assert Client("bob", replicas).read() == "", (
        "What a silent replica holds nobody knows: use ask and tell."
    )


def test_another_writer_comes_later() -> None:
    replicas = [Replica() for _ in range(3)]
    zoe, ada = Client("zoe", replicas), Client("ada", replicas)
    for word in ("one", "two", "three"):
        zoe.write(word)
    ada.write("four")
    assert zoe.read() == "four", (
        "A write must have a higher number than all that is there: ask first."
    )


def test_a_writer_asks_a_majority() -> None:
    replicas = [Replica() for _ in range(3)]
    zoe, ada = Client("zoe", replicas), Client("ada", replicas)
    reach(replicas, 1, 2)
    for word in ("one", "two"):
        zoe.write(word)
    reach(replicas, 0, 1)
    ada.write("three")
    assert ada.read() == "three", (
        "The first replica may have missed some: a majority knows the number."
    )


def test_a_writer_without_a_majority_knows_no_number() -> None:
    replicas = [Watched() for _ in range(3)]
    zoe, ada = Client("zoe", replicas), Client("ada", replicas)
    for word in ("one", "two"):
        zoe.write(word)
    reach(replicas)
    # They come back between ada's two rounds.
    before_first_tell(replicas, lambda _: reach(replicas, 0, 1, 2))
    done = ada.write("three")
    reach(replicas, 0, 1, 2)
    assert not done or zoe.read() == "three", (
        "Without a majority nobody knows the number: then a write is False."
    )


def test_a_writer_does_not_use_a_number_twice() -> None:
    replicas = [Watched() for _ in range(3)]
    ada = Client("ada", replicas)
    before_first_tell(replicas, lambda _: reach(replicas))
    assert not ada.write("two"), "Nobody has confirmed it."
    reach(replicas, 0, 1, 2)
    replicas[2].tell(Entry(1, "ada", "two"))  # it was only slow
    reach(replicas, 0, 1)
    ada.write("one")
    reach(replicas, 0, 1, 2)
    assert Client("bob", replicas).read() == "one", (
        "A number of a write that failed is used up: its message may be late."
    )


def test_a_later_reader_does_not_go_back() -> None:
    replicas = [Replica() for _ in range(3)]
    replicas[0].tell(Entry(1, "ada", "new"))  # a write that is under way
    bob, cyd = Client("bob", replicas), Client("cyd", replicas)
    reach(replicas, 0, 1)
    assert bob.read() == "new", "The highest entry of a majority counts."
    reach(replicas, 1, 2)
    assert cyd.read() == "new", (
        "bob has read it before: write back what you return."
    )


def test_a_read_that_is_not_confirmed_is_none() -> None:
    watched = Watched()
    replicas = [Replica(), watched, Replica()]
    replicas[0].tell(Entry(1, "ada", "new"))
    reach(replicas, 0, 1)
    watched.before_tell = lambda: reach(replicas, 0)
    assert Client("bob", replicas).read() is None, (
        "A majority has to confirm what a read returns, or another misses it."
    )


def test_a_read_gives_what_it_has_written_back() -> None:
    replicas = [Watched() for _ in range(3)]
    replicas[0].tell(Entry(1, "ada", "new"))
    reach(replicas, 0, 1)
    newer = Entry(2, "zoe", "newer")  # it reaches the first one meanwhile
    before_first_tell(replicas, lambda _: replicas[0].tell(newer))
    seen = Client("bob", replicas).read()
    reach(replicas, 1, 2)
    later = Client("cyd", replicas).read()
    assert (seen, later) != ("newer", "new"), (
        "Return what you have written back, and not what you heard since."
    )


def test_who_has_it_already_counts() -> None:
    replicas = [Replica() for _ in range(3)]
    for at in (0, 1):
        replicas[at].tell(Entry(1, "ada", "new"))
    reach(replicas, 0, 1)
    assert Client("bob", replicas).read() == "new", (
        "Who had the entry before is one of the majority as well."
    )


def test_a_reader_writes_back_the_same_entry() -> None:
    replicas = [Watched() for _ in range(3)]
    replicas[0].tell(Entry(1, "ada", "old"))
    reach(replicas, 0, 1)
    ada = Client("ada", replicas)
    for watched in replicas[:2]:  # whichever zoe tells first
        watched.before_tell = lambda: (
            replicas[0].entry.number > 1 or ada.write("new")
        )
    assert Client("zoe", replicas).read() in ("old", "new"), (
        "While a write is under way a read gives the old value or the new one."
    )
    assert Client("bob", replicas).read() == "new", (
        "A reader writes back the entry as it is, without a number of its own."
    )


def test_a_write_is_told_to_all_in_reach() -> None:
    replicas = [Replica() for _ in range(3)]
    Client("ada", replicas).write("one")
    held = [replica.entry.value for replica in replicas]
    assert held == ["one"] * 3, "Tell all, and wait for a majority."


def test_a_write_needs_confirmations() -> None:
    replicas = [Watched() for _ in range(3)]
    before_first_tell(replicas, lambda at: reach(replicas, at))
    assert not Client("ada", replicas).write("one"), (
        "A write is done if a majority has confirmed it, not if one answered."
    )


def test_a_long_history() -> None:
    """Majorities of any kind, and writes that break off."""
    rng = Random(1)
    replicas = [Watched() for _ in range(5)]
    clients = [Client(name, replicas) for name in ("ada", "bob", "cyd")]
    open_, gone, held = set[str](), set[str](), ""
    for step in range(3_000):
        reach(replicas, *rng.sample(range(5), 3))
        client = rng.choice(clients)
        if rng.random() < 0.3:
            breaks = rng.choice(replicas)
            left = rng.sample(range(5), 2)
            breaks.before_tell = lambda left=left: reach(replicas, *left)
        if rng.random() < 0.4:
            value = f"v{step}"
            if client.write(value):
                gone.add(held)
                held = value
            else:
                open_.add(value)
        elif (seen := client.read()) is not None:
            assert seen == held or seen in open_ - gone, (
                "A read gives the last write, or one that was not confirmed; "
                "and what was followed by another does not come back."
            )
            if seen != held:
                gone.add(held)
                open_.discard(seen)
                held = seen
        for replica in replicas:
            replica.before_tell = None
