"""When a session is live, and whose it is."""

from itertools import count

import pytest
from solution import IDLE, LIMIT, Session, Store


@pytest.fixture
def store() -> Store:
    """A store whose ids are id1, id2, and so on."""
    serial = count(1)
    return Store(lambda: f"id{next(serial)}")


def user(session: Session | None) -> str | None:
    """Whose session it is."""
    return None if session is None else session.user


def data(store: Store, session_id: str, now: int) -> dict[str, str]:
    """What the live session holds."""
    session = store.load(session_id, now)
    if session is None:
        pytest.fail("This session is live, but was not found.")
    return session.data


def test_a_login_is_known_by_its_id(store: Store) -> None:
    ada, bob = store.login("ada", 0), store.login("bob", 0)
    assert (user(store.load(ada, 0)), user(store.load(bob, 0))) == (
        *("ada", "bob"),
    ), "Each id belongs to the user who got it."


def test_an_unknown_id_is_nobody(store: Store) -> None:
    ada = store.login("ada", 0)
    for other in ("planted", "", ada[:-1], ada.upper()):
        assert store.load(other, 0) is None, (
            f"Nobody was given this id: {other!r}."
        )


def test_ids_are_those_of_new_id() -> None:
    secrets = ["x7Qd", "p2Lm", "a9Zk"]
    ids = iter(secrets)
    store = Store(lambda: next(ids))
    visit = store.visit(0)
    made = [visit, store.login("ada", 1, old=visit), store.login("bob", 2)]
    assert made == secrets, (
        "An id that can be counted can be guessed. Ask `new_id` for each."
    )


def test_an_idle_session_ends(store: Store) -> None:
    for session_id in (store.login("ada", 0), store.visit(0)):
        assert store.load(session_id, IDLE) is None, (
            "IDLE seconds without a request end a session, to the second."
        )


def test_a_visit_is_a_session_of_nobody(store: Store) -> None:
    assert user(store.load(store.visit(0), 1)) == "", (
        'A visitor has the user "", as nobody knows a name yet.'
    )


def test_a_request_prolongs_a_session(store: Store) -> None:
    ada = store.login("ada", 0)
    assert user(store.load(ada, IDLE - 1)) == "ada", (
        "IDLE is not over yet: the session is live."
    )
    assert user(store.load(ada, 2 * IDLE - 2)) == "ada", (
        "The request before it has prolonged the session. Count from the "
        "last use, not from the login."
    )


def test_an_ended_session_is_not_revived(store: Store) -> None:
    ada = store.login("ada", 0)
    store.load(ada, IDLE + 5)
    assert store.load(ada, IDLE + 6) is None, (
        "The request that came too late has revived the session."
    )


def test_use_does_not_prolong_beyond_the_limit(store: Store) -> None:
    ada = store.login("ada", 0)
    for now in range(0, LIMIT, IDLE // 2):
        assert user(store.load(ada, now)) == "ada", "In use, and before LIMIT."
    assert user(store.load(ada, LIMIT - 1)) == "ada", (
        "One second before LIMIT it is live."
    )
    assert store.load(ada, LIMIT) is None, (
        "A stolen id that is kept busy would live for ever. LIMIT seconds "
        "after the login it ends."
    )


def test_data_is_kept(store: Store) -> None:
    ada = store.login("ada", 0)
    data(store, ada, 1)["cart"] = "book"
    assert data(store, ada, 2) == {"cart": "book"}, (
        "What was put in is still there."
    )


def test_each_session_has_data_of_its_own(store: Store) -> None:
    one, two = store.visit(0), store.visit(0)
    data(store, one, 0)["cart"] = "book"
    assert data(store, two, 0) == {}, (
        "The cart of one is not the cart of another."
    )


def test_a_login_gives_a_new_id(store: Store) -> None:
    before = store.visit(0)
    after = store.login("ada", 1, old=before)
    assert after != before, (
        "Session fixation: who planted the id before the login would be Ada. "
        "A login gives a new id."
    )
    assert store.load(before, 2) is None, "The id before the login has to end."


def test_the_cart_of_the_visit_is_kept(store: Store) -> None:
    before = store.visit(0)
    data(store, before, 1).update(cart="book", note="")
    after = store.login("ada", 2, old=before)
    kept = data(store, after, 3)
    assert kept.get("cart") == "book", (
        "Ada filled her cart before she logged in, and it is empty now."
    )
    assert kept == {"cart": "book", "note": ""}, (
        f"What is empty is kept, too. What she had goes along as it is: {kept}."
    )


def test_the_login_starts_the_limit_anew(store: Store) -> None:
    before = store.visit(0)
    ada = store.login("ada", IDLE - 1, old=before)
    for now in range(IDLE, LIMIT, IDLE // 2):
        store.load(ada, now)
    assert user(store.load(ada, LIMIT)) == "ada", (
        "LIMIT counts from the login, not from the visit before it."
    )


def test_a_second_login_starts_the_limit_anew(store: Store) -> None:
    first = store.login("ada", 0)
    data(store, first, 1)["cart"] = "book"
    ada = store.login("ada", IDLE - 1, old=first)
    assert (ada != first, store.load(first, IDLE)) == (True, None), (
        "Somebody who planted the id of a second login would be Ada. Each "
        "login gives a new id, and the old one ends."
    )
    assert data(store, ada, IDLE) == {"cart": "book"}, (
        "Ada logs in again, and what she had is gone. It is hers."
    )
    for now in range(IDLE, LIMIT, IDLE // 2):
        store.load(ada, now)
    assert user(store.load(ada, LIMIT)) == "ada", (
        "LIMIT counts from the last login. She has just shown her password."
    )


def test_data_of_another_user_stays_behind(store: Store) -> None:
    bob = store.login("bob", 0)
    data(store, bob, 1)["address"] = "Bob's"
    ada = store.login("ada", 2, old=bob)
    assert data(store, ada, 3) == {}, (
        "Ada has got the data of Bob, on a shared computer."
    )
    assert store.load(bob, 3) is None, (
        "Bob is still logged in, on a computer that Ada uses now. The old id "
        "ends, whoever it belonged to."
    )


def test_data_of_an_ended_session_stays_behind(store: Store) -> None:
    before = store.visit(0)
    data(store, before, 1)["cart"] = "book"
    ada = store.login("ada", IDLE + 1, old=before)
    assert data(store, ada, IDLE + 2) == {}, (
        "What has ended has nothing to hand on."
    )


def test_nor_goes_data_of_a_session_beyond_its_limit(store: Store) -> None:
    old = store.login("ada", 0)
    for now in range(0, LIMIT, IDLE // 2):
        data(store, old, now)["cart"] = "book"
    ada = store.login("ada", LIMIT, old=old)
    assert data(store, ada, LIMIT + 1) == {}, (
        "What has ended has nothing to hand on. It was in use until now, but "
        "LIMIT is over."
    )


def test_a_user_may_have_several_sessions(store: Store) -> None:
    phone, laptop = store.login("ada", 0), store.login("ada", 1)
    assert [user(store.load(phone, 2)), user(store.load(laptop, 2))] == [
        *("ada", "ada"),
    ], "The login on the laptop has ended the session on the phone."


def test_an_old_id_that_is_unknown_does_no_harm(store: Store) -> None:
    ada = store.login("ada", 0, old="planted")
    assert ada != "planted", "The client does not choose the id."
    assert user(store.load(ada, 1)) == "ada", "The login itself is good."


def test_a_logout_ends_it_at_the_server(store: Store) -> None:
    ada, bob = store.login("ada", 0), store.login("bob", 0)
    phone = store.login("ada", 0)
    store.logout(ada)
    store.logout("planted")
    assert store.load(ada, 1) is None, (
        "After a logout the id is worth nothing, whoever has a copy."
    )
    assert user(store.load(bob, 1)) == "bob", "It was Ada who logged out."
    assert user(store.load(phone, 1)) == "ada", (
        "Ada has logged out on the laptop, and not on the phone."
    )


def test_all_sessions_of_a_user_can_be_ended(store: Store) -> None:
    phone, laptop = store.login("ada", 0), store.login("ada", 0)
    bob, adam = store.login("bob", 0), store.login("adam", 0)
    visit = store.visit(0)
    store.end_all("ada")
    assert [store.load(phone, 1), store.load(laptop, 1)] == [None, None], (
        "After a change of the password each device of Ada is out."
    )
    assert user(store.load(bob, 1)) == "bob", "Bob has not changed anything."
    assert user(store.load(adam, 1)) == "adam", "Adam is not Ada."
    assert user(store.load(visit, 1)) == "", (
        "A visitor has no password to change."
    )
    assert user(store.load(store.login("ada", 1), 1)) == "ada", (
        "With the new password Ada logs in again."
    )
