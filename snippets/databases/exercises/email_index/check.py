"""What the index promises: after each write, a crash included."""

from collections.abc import Callable
from random import Random

import pytest
from solution import email_of, find, save

USERS = ["17", "18", "19"]
EMAILS = ["ada@old.org", "ada@new.org", "bob@new.org", "cyd@new.org"]


class CrashError(Exception):
    """The client is gone."""


class Memory:
    """A store that counts reads, and crashes before a write if told so.

    Before each write `meanwhile` happens: what another client does.
    """

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        self.reads = self.writes = 0
        self.crash_before: int | None = None
        self.meanwhile: Callable[[], None] = lambda: None

    def get(self, key: str) -> str | None:
        self.reads += 1
        return self.data.get(key)

    def keys(self) -> list[str]:
        self.reads += len(self.data)
        return list(self.data)

    def put(self, key: str, value: str) -> None:
        self._write()
        self.data[key] = value

    def delete(self, key: str) -> None:
        self._write()
        self.data.pop(key, None)

    def _write(self) -> None:
        if self.writes == self.crash_before:
            raise CrashError
        self.writes += 1
        then, self.meanwhile = self.meanwhile, lambda: None
        then()
        self.meanwhile = then


def stored(*rows: tuple[str, str]) -> Memory:
    """A store in which these users were saved."""
    store = Memory()
    for user, email in rows:
        save(store, user, email)
    return store


def crashes(do: Callable[[Memory], None], make: Callable[[], Memory]) -> None:
    """Do it on a new store per crash, and ask for every email after each."""
    for crash in range(9):
        store = make()
        before = {user: email_of(store, user) for user in USERS}
        store.crash_before = store.writes + crash
        try:
            do(store)
        except CrashError:
            pass
        else:
            return
        store.crash_before = None
        for user in USERS:
            says = email_of(store, user)
            if says is not None:
                assert find(store, says) == user, (
                    "A user is found by the email in the row at any moment. "
                    "Write the new entry before the row and delete the old "
                    f"one after it. After {crash} writes the row of {user} "
                    f"says {says}, {find(store, says)} is found; before: "
                    f"{before[user]}."
                )
        for email in EMAILS:
            found = find(store, email)
            assert found is None or email_of(store, found) == email, (
                "An entry may point to a row that says something else: ask "
                f"the row. After {crash} writes {email} finds {found}, whose "
                f"row says {email_of(store, found or '')}."
            )


def test_a_user_is_found_by_email() -> None:
    store = stored(("17", "ada@old.org"), ("18", "bob@new.org"))
    assert find(store, "ada@old.org") == "17", "Who was saved is found."
    assert find(store, "bob@new.org") == "18", "Each is found, not the first."
    assert find(store, "eve@new.org") is None, "An unknown email finds None."


def test_a_key_is_written_and_read_alike() -> None:
    store = stored(("17", "Ada@Shop.org"))
    assert find(store, "Ada@Shop.org") == "17", (
        "Write and look-up make the same key. What is done to the email before "
        f"one has to be done before the other: {store.data}."
    )


def test_the_row_says_the_email() -> None:
    store = stored(("17", "ada@old.org"))
    assert email_of(store, "17") == "ada@old.org", (
        "The user's row is `user:17`, and its value the email."
    )


def test_a_look_up_reads_two_keys_and_not_all() -> None:
    store = stored(*((f"{n}", f"{n}@shop.org") for n in range(500)))
    store.reads = 0
    assert find(store, "499@shop.org") == "499", "All 500 are found."
    assert store.reads <= 2, (
        "A key-value store finds a key. Keep a second key, made of the email, "
        f"that names the user: {store.reads} reads for one look-up."
    )


def test_after_a_change_the_old_email_finds_nobody() -> None:
    store = stored(("17", "ada@old.org"), ("17", "ada@new.org"))
    assert find(store, "ada@new.org") == "17", "The new email finds the user."
    assert find(store, "ada@old.org") is None, "The old one finds nobody."


def test_the_old_entry_is_deleted() -> None:
    store = stored(("17", "ada@old.org"), ("17", "ada@new.org"))
    assert "ada@old.org" not in " ".join([*store.data, *store.data.values()]), (
        "Delete the entry of the old email. Else the index grows with each "
        f"change: {store.data}."
    )


def test_an_email_saved_twice_is_still_found() -> None:
    store = stored(("17", "ada@old.org"), ("17", "ada@old.org"))
    assert find(store, "ada@old.org") == "17", (
        f"The old email may be the new one. Then its entry stays: {store.data}."
    )


def test_a_user_may_save_the_same_email_again() -> None:
    store = stored(("17", "ada@old.org"))
    try:
        save(store, "17", "ada@old.org")
    except ValueError as error:
        pytest.fail(
            "Only another user's email is refused. A client that tries again "
            f"after a crash saves its own: {error}"
        )


def test_another_users_email_is_refused() -> None:
    store = stored(("17", "ada@old.org"), ("18", "bob@new.org"))
    before, writes = dict(store.data), store.writes
    try:
        save(store, "18", "ada@old.org")
    except ValueError:
        pass
    else:
        pytest.fail(
            "Two users must not have one email: raise ValueError. The second "
            f"took the first one's entry: {store.data}."
        )
    assert (store.data, store.writes) == (before, writes), (
        "Ask before the first write: what is refused writes nothing. "
        f"{writes} writes became {store.writes}."
    )


def test_a_first_save_survives_any_crash() -> None:
    crashes(lambda store: save(store, "17", "ada@old.org"), Memory)


def test_a_change_survives_any_crash() -> None:
    crashes(
        lambda store: save(store, "17", "ada@new.org"),
        lambda: stored(("17", "ada@old.org"), ("18", "bob@new.org")),
    )


def test_others_look_up_meanwhile() -> None:
    store = stored(("17", "ada@old.org"))
    store.meanwhile = lambda: [find(store, email) for email in EMAILS].clear()
    save(store, "17", "ada@new.org")
    assert find(store, "ada@new.org") == "17", (
        "A look-up deletes nothing. An entry whose row disagrees may be of a "
        "save that has not come to its row yet: another client asked for "
        f"each email before each write, and in the end there is {store.data}."
    )


@pytest.mark.parametrize("crash", [0, 1, 2])
def test_a_second_attempt_finishes(crash: int) -> None:
    store = stored(("17", "ada@old.org"))
    store.crash_before = store.writes + crash
    try:
        save(store, "17", "ada@new.org")
    except CrashError:
        store.crash_before = None
        save(store, "17", "ada@new.org")
    assert email_of(store, "17") == "ada@new.org", "The row is changed."
    assert find(store, "ada@new.org") == "17", (
        f"A crash after {crash} writes, then a second attempt: the user is "
        "found by the new email."
    )


@pytest.mark.parametrize("crash", [1, 2])
def test_what_a_crash_left_behind_is_free(crash: int) -> None:
    store = stored(("17", "ada@old.org"))
    store.crash_before = store.writes + crash
    try:
        save(store, "17", "ada@new.org")
    except CrashError:
        store.crash_before = None
    for email in ("ada@old.org", "ada@new.org"):
        if email_of(store, "17") != email:
            try:
                save(store, "18", email)
            except ValueError as error:
                pytest.fail(
                    "An entry that a crash left behind belongs to nobody. Ask "
                    f"the row before you refuse: {error}"
                )
            assert find(store, email) == "18", "It is the second user's now."


def test_many_saves_as_with_a_plain_table() -> None:
    rng = Random(7)
    for _ in range(100):
        store, table = Memory(), dict[str, str]()
        for _ in range(12):
            user, email = rng.choice(USERS), rng.choice(EMAILS)
            taken = email in [e for u, e in table.items() if u != user]
            try:
                save(store, user, email)
            except ValueError:
                assert taken, f"{email} was free: {table}."
            else:
                assert not taken, f"{email} was another user's: {table}."
                table[user] = email
        for email in EMAILS:
            owner = {e: u for u, e in table.items()}.get(email)
            assert find(store, email) == owner, (
                f"{email} is of {owner}, found was {find(store, email)}."
            )
