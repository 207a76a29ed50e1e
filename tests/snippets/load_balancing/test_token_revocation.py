from snippets.load_balancing.token_revocation import (
    LIFE,
    Revoked,
    Token,
    unexpired,
)

LAPTOP, PHONE = Token("t1", "ada", 0), Token("t2", "ada", 120)
BOB = Token("t3", "bob", 0)


def test_a_logout_tells_nothing_to_a_server_that_looks_nothing_up() -> None:
    assert unexpired(LAPTOP, LIFE - 1)
    assert not unexpired(LAPTOP, LIFE)


def test_one_token_ends_at_once_and_no_other() -> None:
    revoked = Revoked()
    assert revoked.accepts(LAPTOP, 300)
    revoked.end(LAPTOP, 300)
    assert not revoked.accepts(LAPTOP, 300)
    assert revoked.accepts(PHONE, 300)
    assert not revoked.accepts(PHONE, 120 + LIFE)


def test_what_has_expired_is_forgotten() -> None:
    revoked = Revoked()
    revoked.end(LAPTOP, 300)
    revoked.end(PHONE, LIFE - 1)
    assert revoked.expiry.keys() == {"t1", "t2"}
    revoked.end(PHONE, LIFE)
    assert revoked.expiry.keys() == {"t2"}
    assert not revoked.accepts(LAPTOP, LIFE), "expired, listed or not"


def test_all_tokens_of_one_user_end_at_once() -> None:
    revoked = Revoked()
    assert revoked.accepts(LAPTOP, 300)
    revoked.end_all("ada", 300)
    assert not revoked.accepts(LAPTOP, 300)
    assert not revoked.accepts(PHONE, 300)
    assert revoked.accepts(BOB, 300)


def test_a_login_counts_from_the_next_second_on() -> None:
    revoked = Revoked()
    revoked.end_all("ada", 300)
    assert not revoked.accepts(Token("t4", "ada", 300), 300)
    assert revoked.accepts(Token("t5", "ada", 301), 301)
    assert not revoked.accepts(Token("t5", "ada", 301), 301 + LIFE)
