"""What a signer accepts, and what it must refuse."""

import hmac
import json
from base64 import urlsafe_b64encode

import pytest
import solution
from solution import LIFETIME, Signer

OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture
def signer() -> Signer:
    """In the middle of a change of keys."""
    return Signer({"k2": NEW, "k1": OLD})


def test_a_token_is_good_at_once(signer: Signer) -> None:
    token = signer.sign("ada", now=0)
    assert signer.user(token, now=0) == "ada", (
        "A token that was just signed is good. Check what was signed, which "
        "is the name of the key, a dot, and the claims."
    )


def test_a_token_ends(signer: Signer) -> None:
    token = signer.sign("ada", now=100)
    assert signer.user(token, now=100 + LIFETIME - 1) == "ada", (
        "One second before its end a token is still good."
    )
    assert signer.user(token, now=100 + LIFETIME + 50) is None, (
        "A token has an end: look at `expires`."
    )
    assert signer.user(token, now=100 + LIFETIME) is None, (
        "At `expires` itself it is no longer good."
    )


def test_old_tokens_survive_a_new_key(signer: Signer) -> None:
    token = Signer({"k1": OLD}).sign("ada", now=0)
    assert signer.user(token, now=1) == "ada", (
        "The key was changed, and all are logged out. Check with the key "
        "that the token names."
    )


def test_a_key_that_was_taken_away_is_no_key(signer: Signer) -> None:
    token = Signer({"k0": OLD}).sign("ada", now=0)
    try:
        user = signer.user(token, now=1)
    except KeyError:
        pytest.fail("A key that is not known is a None, not a crash.")
    assert user is None, (
        "The token names a key that is not known: don't try the others."
    )


def test_the_name_of_the_key_is_signed(signer: Signer) -> None:
    _, body, _ = signer.sign("ada", now=0).split(".")
    bare = hmac.digest(NEW, body.encode(), "sha256").hex()
    assert signer.user(f"k2.{body}.{bare}", now=1) is None, (
        "The signature covers the name of the key, too."
    )


def test_claims_cannot_be_changed(signer: Signer) -> None:
    name, _, signature = signer.sign("ada", now=0).split(".")
    claims = json.dumps({"user": "root", "expires": 9999}).encode()
    body = urlsafe_b64encode(claims).decode()
    assert signer.user(f"{name}.{body}.{signature}", now=1) is None, (
        "Ada has made herself root: the claims don't fit the signature."
    )


def test_no_signature_is_no_signature(signer: Signer) -> None:
    name, body, signature = signer.sign("ada", now=0).split(".")
    for short in ("", signature[:1], signature[:-1]):
        assert signer.user(f"{name}.{body}.{short}", now=1) is None, (
            "A part of the signature, or none, is not the signature."
        )


def test_what_follows_the_signature_spoils_it(signer: Signer) -> None:
    token = signer.sign("ada", now=0)
    for tail in (".", ".x", "0"):
        assert signer.user(token + tail, now=1) is None, (
            "Something follows the signature: that is another token."
        )


@pytest.mark.parametrize(
    "token", ["", ".", "..", "k2", "k2.", "k2.{}", "k2..", "k2.a.b", "k2.ü.ü"]
)
def test_rubbish_is_refused(signer: Signer, token: str) -> None:
    try:
        user = signer.user(token, now=0)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        pytest.fail(
            f"Anybody can send rubbish, and it is no reason to crash. {error!r}"
        )
    assert user is None, f"{token!r} is not a token."


def test_nothing_is_read_before_the_signature_is_checked(
    signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = signer.sign("ada", now=0)
    forged = token[:-1] + ("0" if token[-1] != "0" else "1")
    read: list[object] = []
    loads = json.loads

    def load(text: str) -> object:
        read.append(text)
        return loads(text)

    monkeypatch.setattr(json, "loads", load)
    signer.user(forged, now=1)
    assert not read, (
        "The claims were read before the signature was checked. A parser is "
        "code that a stranger would feed."
    )


def test_the_comparison_takes_the_same_time(
    signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[object] = []
    real = hmac.compare_digest

    def compare(a: bytes, b: bytes) -> bool:
        compared.append(a)
        return real(a, b)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    monkeypatch.setattr(solution, "compare_digest", compare, raising=False)
    signer.user(signer.sign("ada", now=0), now=1)
    assert compared, (
        "`==` ends at the first difference, which can be measured. Take "
        "hmac.compare_digest."
    )
