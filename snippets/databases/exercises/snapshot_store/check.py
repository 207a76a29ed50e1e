"""What snapshot isolation promises, beside a store that copies everything."""

import gc
import random
import sys
from weakref import ref

import pytest
from solution import ConflictError, Store, Transaction


class Value:
    """A value that equals only itself, and that can be watched."""


class Slow:
    """The obvious model: a copy of the whole store for each transaction."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.commits: list[set[str]] = []

    def begin(self) -> "Copy":
        return Copy(self)


class Copy:
    """A transaction of the model."""

    def __init__(self, store: Slow) -> None:
        self.store, self.since = store, len(store.commits)
        self.values, self.wrote = dict(store.values), set[str]()

    def read(self, key: str) -> int | None:
        return self.values.get(key)

    def write(self, key: str, value: int) -> None:
        self.values[key] = value
        self.wrote.add(key)

    def commit(self) -> bool:
        later = set[str]().union(*self.store.commits[self.since :])
        if self.wrote & later:
            return False
        self.store.commits.append(self.wrote)
        self.store.values |= {key: self.values[key] for key in self.wrote}
        return True


def filled[K, V](**values: V) -> Store[str, V]:
    """A store that holds these."""
    store: Store[str, V] = Store()
    transaction = store.begin()
    for key, value in values.items():
        transaction.write(key, value)
    transaction.commit()
    return store


def refused[K, V](transaction: Transaction[K, V]) -> bool:
    try:
        transaction.commit()
    except ConflictError:
        return True
    return False


def read[K, V](transaction: Transaction[K, V], key: K) -> V | str:
    try:
        return transaction.read(key)
    except KeyError:
        return "nothing"


def test_what_is_committed_is_read_by_the_next() -> None:
    assert filled(x=1).begin().read("x") == 1, (
        "What is committed is read by transactions that begin later."
    )


def test_a_missing_key_is_named() -> None:
    store: Store[str, int] = Store()
    with pytest.raises(KeyError) as error:
        store.begin().read("x")
    assert error.value.args == ("x",), "A KeyError names the key."


def test_a_snapshot_stays_as_it_was() -> None:
    store = filled(x=1, y=1)
    reader, writer = store.begin(), store.begin()
    before = reader.read("x")
    writer.write("x", 2)
    writer.write("y", 2)
    writer.write("z", 2)
    writer.commit()
    assert (before, read(reader, "y")) == (1, 1), (
        "A transaction reads one moment: that of its begin. Here it read x "
        "before another's commit and y after it, and got two moments."
    )
    assert read(reader, "x") == 1, "The same read gives the same value again."
    assert read(reader, "z") == "nothing", (
        "What did not exist at the begin does not appear later: no phantoms."
    )


def test_the_snapshot_is_taken_at_the_begin() -> None:
    store = filled(x=1)
    reader, writer = store.begin(), store.begin()
    writer.write("x", 2)
    writer.commit()
    assert reader.read("x") == 1, (
        "The moment is the begin, not the first read. Here another has "
        "committed in between."
    )


def test_nobody_sees_what_is_not_committed() -> None:
    store = filled(x=1)
    writer = store.begin()
    writer.write("x", 2)
    assert store.begin().read("x") == 1, (
        "Nobody sees a write before its commit. It may never come."
    )


def test_own_writes_are_seen() -> None:
    transaction = filled(x=1).begin()
    transaction.write("x", 2)
    assert transaction.read("x") == 2, "A transaction sees its own writes."


def test_an_abort_leaves_no_trace() -> None:
    store = filled(x=1)
    first, second = store.begin(), store.begin()
    first.write("x", 2)
    first.abort()
    assert store.begin().read("x") == 1, "An abort undoes every write."
    second.write("x", 3)
    assert not refused(second), (
        "Who has aborted is no committer. Its write must not refuse another."
    )


def test_the_first_committer_wins() -> None:
    store = filled(stock=9)
    first, second = store.begin(), store.begin()
    try:
        first.write("stock", first.read("stock") - 1)
        second.write("stock", second.read("stock") - 1)
        won = not refused(second)
    except ConflictError:
        won = False
    assert won, (
        "The first to commit wins, whoever wrote or began first. Who has "
        "written and not committed may still abort."
    )
    assert refused(first), (
        "The second committer of a key is refused. Else its write, made from "
        "an old value, wipes out the first: a lost update."
    )
    assert store.begin().read("stock") == 8, "A refused commit writes nothing."


def test_an_equal_value_is_a_conflict_too() -> None:
    store = filled(x=1)
    first, second = store.begin(), store.begin()
    first.write("x", 2)
    first.commit()
    back = store.begin()
    back.write("x", 1)
    back.commit()
    second.write("x", 5)
    assert refused(second), (
        "Compare versions, not values. x is 1 again, and yet two others have "
        "written it since the begin."
    )


def test_a_new_key_is_a_conflict_too() -> None:
    store: Store[str, int] = Store()
    first, second = store.begin(), store.begin()
    first.write("seat", 1)
    second.write("seat", 2)
    first.commit()
    assert refused(second), (
        "Two that create one key conflict as well, though neither saw it."
    )


def test_a_conflict_leaves_nothing_behind() -> None:
    store = filled(x=1, y=1, z=1)
    late = store.begin()
    for key in ("x", "y", "z"):
        late.write(key, 7)
    other = store.begin()
    other.write("y", 2)
    other.commit()
    assert refused(late), "One key in conflict refuses the whole commit."
    now = store.begin()
    assert [now.read(key) for key in "xyz"] == [1, 2, 1], (
        "A commit is all or nothing. Look for conflicts in all keys before "
        "the first one is written."
    )


def test_who_begins_after_the_commit_is_no_competitor() -> None:
    store = filled(x=1)
    for value in (2, 3):
        transaction = store.begin()
        transaction.write("x", value)
        assert not refused(transaction), (
            "Transactions one after the other never conflict."
        )


def test_readers_are_never_refused() -> None:
    store = filled(x=1, y=1)
    reader, writer = store.begin(), store.begin()
    reader.read("x")
    writer.write("x", 2)
    writer.commit()
    assert not refused(reader), "A reader is refused by nobody."


def test_write_skew_passes() -> None:
    store = filled(ada=1, bob=1)
    ada, bob = store.begin(), store.begin()
    for transaction in (ada, bob):
        assert transaction.read("ada") + transaction.read("bob") == 2, (
            "Both read their snapshot."
        )
    ada.write("ada", 0)
    bob.write("bob", 0)
    assert [refused(ada), refused(bob)] == [False, False], (
        "Snapshot isolation compares writes with writes. To refuse what was "
        "read is another level, and refuses more."
    )


@pytest.mark.parametrize("ending", ["commit", "abort", "conflict"])
def test_an_end_is_an_end(ending: str) -> None:
    store = filled(x=1)
    transaction = store.begin()
    if ending == "conflict":
        transaction.write("x", 2)
        other = store.begin()
        other.write("x", 3)
        other.commit()
        assert refused(transaction), "The second committer of a key is refused."
    elif ending == "commit":
        transaction.commit()
    else:
        transaction.abort()
    for call in (
        lambda: transaction.read("x"),
        lambda: transaction.write("x", 4),
        transaction.commit,
        transaction.abort,
    ):
        try:
            call()
        except RuntimeError:
            continue
        except ConflictError:
            pass
        pytest.fail(
            "After its end a transaction answers with RuntimeError. Who goes "
            f"on after a {ending} works on a snapshot that nobody keeps."
        )


@pytest.mark.parametrize("key", [0, "", None, ()], ids=repr)
def test_any_key_and_value_will_do(key: object) -> None:
    store: Store[object, object] = Store()
    for value in (None, 0, ""):
        transaction = store.begin()
        transaction.write(key, value)
        assert transaction.read(key) == value, (
            "Values such as None and 0 are values: ask whether the key is "
            "there."
        )
        transaction.commit()
        assert store.begin().read(key) == value, (
            "Values such as None and 0 are values: ask whether the key is "
            "there."
        )


def test_a_begin_copies_nothing() -> None:
    value = Value()
    store = filled(x=value)
    before = sys.getrefcount(value)
    open_now = [store.begin() for _ in range(50)]
    assert sys.getrefcount(value) - before < 50, (
        "A begin must not copy the store. Remember a moment, and keep with "
        "each version the moment of its commit."
    )
    assert open_now, "They stay open until here."


@pytest.mark.parametrize("ending", ["commit", "abort", "conflict"])
def test_a_version_that_nobody_can_read_is_dropped(ending: str) -> None:
    old = Value()
    watched = ref(old)
    store = filled(x=old)
    del old
    reader = store.begin()
    for _ in range(3):
        writer = store.begin()
        writer.write("x", Value())
        writer.commit()
    young = store.begin()
    gc.collect()
    assert read(reader, "x") is watched(), (
        "An old version stays while a snapshot needs it."
    )
    if ending == "conflict":
        reader.write("x", Value())
        assert refused(reader), "The second committer of a key is refused."
    elif ending == "commit":
        reader.commit()
    else:
        reader.abort()
    gc.collect()
    assert watched() is None, (
        "Drop a version when its last snapshot has ended. Else the store "
        "grows with every write: PostgreSQL has VACUUM for it. Here the last "
        f"one ended by {ending}, and a younger transaction goes on."
    )
    assert isinstance(young.read("x"), Value), "The newest version stays."


def test_the_version_before_the_newest_is_dropped_too() -> None:
    old = Value()
    watched = ref(old)
    store = filled(x=old)
    del old
    writer = store.begin()
    writer.write("x", Value())
    writer.commit()
    gc.collect()
    assert watched() is None, (
        "No snapshot is older than the newest version. The writer was the last "
        "who could read the one before it, and has ended: whoever begins now "
        "sees the newest, so drop the other."
    )


def test_random_transactions_agree_with_copies() -> None:
    rng = random.Random(1)
    for _ in range(60):
        store: Store[str, int] = Store()
        model = Slow()
        running: list[tuple[Transaction[str, int], Copy]] = []
        for number in range(60):
            if len(running) < 4 and rng.random() < 0.3:
                running.append((store.begin(), model.begin()))
            if not running:
                continue
            mine, copy = rng.choice(running)
            key = rng.choice("xyz")
            match rng.choice(["read", "read", "write", "commit"]):
                case "read":
                    wanted = copy.read(key)
                    assert read(mine, key) == (
                        "nothing" if wanted is None else wanted
                    ), "A random history: a read differs from the model's."
                case "write":
                    mine.write(key, number)
                    copy.write(key, number)
                case "commit":
                    running.remove((mine, copy))
                    assert refused(mine) != copy.commit(), (
                        "A random history: a commit ends otherwise than the "
                        "model's."
                    )
