"""What a signer accepts, and what it must refuse."""

import base64
import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable

import pytest
import solution
from solution import LIFETIME, Signer

OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture
def signer() -> Signer:
    """In the middle of a change of keys."""
    return Signer({"k2": NEW, "k1": OLD})


def replace(
    patch: pytest.MonkeyPatch, real: object, other: Callable[..., object]
) -> None:
    """The other in place of the real function, wherever it was imported."""
    for module in (base64, hmac, json, secrets, solution):
        for name, value in list(vars(module).items()):
            if value is real:
                patch.setattr(module, name, other)


def test_a_token_is_good_at_once(signer: Signer) -> None:
    token = signer.sign("ada", now=0)
    assert signer.user(token, now=0) == "ada", (
        "A token that was just signed is good. Check what was signed, which "
        "is the name of the key, a dot, and the claims."
    )


def test_any_name_is_a_user(signer: Signer) -> None:
    for name in ("", "0", "a.b", "ü"):
        assert signer.user(signer.sign(name, now=0), now=1) == name, (
            "An empty name is a name, too. None is for a token that is not "
            f"good, and {name!r} has a good one."
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


def test_a_check_changes_nothing(signer: Signer) -> None:
    old = Signer({"k1": OLD}).sign("ada", now=0)
    for now in (1, LIFETIME, 1):
        signer.user(old, now=now)
    assert signer.sign("ada", now=0).startswith("k2."), (
        "A look at an old token has changed which key signs. The newest does, "
        "or the old one is never free to go."
    )
    assert signer.user(old, now=1) == "ada", (
        "A key whose token has expired still has others to check."
    )


@pytest.mark.parametrize("key", [OLD, NEW])
def test_a_key_that_was_taken_away_is_no_key(
    signer: Signer, key: bytes
) -> None:
    token = Signer({"k0": key}).sign("ada", now=0)
    try:
        user = signer.user(token, now=1)
    except KeyError:
        pytest.fail("A key that is not known is a None, not a crash.")
    assert user is None, (
        "The token names a key that is not known: don't try the others."
    )


def test_an_unknown_key_is_no_empty_key(signer: Signer) -> None:
    token = Signer({"k0": b""}).sign("root", now=0)
    assert signer.user(token, now=1) is None, (
        "A stranger signs with an empty key, under a name that nobody knows. "
        "No key, no user."
    )


def test_the_name_of_the_key_is_signed(signer: Signer) -> None:
    _, body, _ = signer.sign("ada", now=0).split(".")
    bare = hmac.digest(NEW, body.encode(), "sha256").hex()
    assert signer.user(f"k2.{body}.{bare}", now=1) is None, (
        "The signature covers the name of the key, too."
    )


@pytest.mark.parametrize("keys", [{"k2": NEW}, {"k1": OLD}])
def test_claims_cannot_be_changed(
    signer: Signer, keys: dict[str, bytes]
) -> None:
    name, _, signature = Signer(keys).sign("ada", now=0).split(".")
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


def test_a_token_has_one_spelling(signer: Signer) -> None:
    token = signer.sign("ada", now=0)
    name, body, signature = token.split(".")
    others = [f" {token}", f"{token} ", f"{token}\n"]
    others += [f"{name}.{body}.{signature.upper()}"]
    others += [f"{name}.{body.rstrip('=')}.{signature}"]
    for other in others:
        assert signer.user(other, now=1) is None, (
            "A token has one spelling. Otherwise who denies this one lets "
            f"the same login in as {other!r}."
        )


RUBBISH = ["", ".", "..", "k2", "k2.", "k2.{}", "k2..", "k2.a.b", "k2.ü.ü"]
# Half a character, as JSON may bring it: no text, so it can't be encoded.
RUBBISH += ["k2.a.\ud800", "k2.\ud800.a", "\ud800.a.a"]


@pytest.mark.parametrize("token", RUBBISH)
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

    def noting(real: Callable[..., object]) -> Callable[..., object]:
        def note(*given: object) -> object:
            read.append(given)
            return real(*given)

        return note

    for real in (json.loads, base64.b64decode, base64.urlsafe_b64decode):
        replace(monkeypatch, real, noting(real))
    signer.user(forged, now=1)
    assert not read, (
        "The claims were read before the signature was checked. A parser is "
        "code that a stranger would feed."
    )


def test_the_comparison_takes_the_same_time(
    signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = signer.sign("ada", now=0)
    forged = token[:-1] + ("0" if token[-1] != "0" else "1")
    replace(monkeypatch, hmac.compare_digest, lambda _a, _b: True)
    assert signer.user(forged, now=1) == "ada", (
        "`==` ends at the first difference, which can be measured. Take "
        "hmac.compare_digest, and let it alone decide: here it said yes."
    )
