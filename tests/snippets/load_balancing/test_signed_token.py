import pytest

from snippets.load_balancing.signed_token import (
    KEY,
    decode,
    encode,
    mac,
    sign,
    trusting,
    user,
)


def test_a_token_is_good_until_it_expires() -> None:
    token = sign("ada", 900, KEY)
    assert user(token, 899, KEY) == "ada"
    assert user(token, 900, KEY) is None


def test_the_signature_is_that_of_the_standard() -> None:
    # RFC 7515, appendix A.1: key, signed text and signature.
    key = decode(
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0i"
        "PS4hcgUuTwjAzZr1Z9CAow"
    )
    signed = (
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJl"
        "eHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
        "fQ"
    )
    assert mac(signed, key) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"


@pytest.mark.parametrize("end", ["", "A"])
def test_the_last_character_of_the_signature_counts(end: str) -> None:
    token = sign("ada", 900, KEY)
    assert not token.endswith("A")
    assert user(token[:-1] + end, 0, KEY) is None


def test_a_token_of_another_key_is_refused() -> None:
    assert user(sign("ada", 900, b"other"), 0, KEY) is None


def test_the_header_does_not_choose_the_check() -> None:
    forged = sign("root", 900, b"", alg="none")
    assert user(forged, 0, KEY) is None


def test_the_trusting_check_still_lets_the_forged_one_in() -> None:
    assert trusting(sign("root", 900, b"", alg="none"), 0, KEY) == "root"


def test_changed_claims_are_refused() -> None:
    head, _, signature = sign("ada", 900, KEY).split(".")
    claims = encode(b'{"sub": "root", "exp": 900}')
    assert user(f"{head}.{claims}.{signature}", 0, KEY) is None


@pytest.mark.parametrize(
    "token", ["", ".", "..", "a.b.c", "a.b.ü", "a.b.\ud800", "a.\ud800.c"]
)
def test_what_is_no_token_is_refused(token: str) -> None:
    assert user(token, 0, KEY) is None


@pytest.mark.parametrize("data", [b"", b"a", b"ab", b"abc", b"\xff\xfe"])
def test_encoding_loses_nothing(data: bytes) -> None:
    assert decode(encode(data)) == data
