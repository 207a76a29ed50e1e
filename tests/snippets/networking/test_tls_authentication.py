import pytest

from snippets.networking.tls_authentication import (
    finished,
    handshake,
    transcript,
)


def test_an_honest_handshake_is_accepted() -> None:
    assert handshake("nothing") == ("STRONG", True, True)


def test_a_weakened_offer_works_on_the_server_and_fails_both_checks() -> None:
    assert handshake("the offer") == ("WEAK", False, False)


def test_exchanged_shares_give_a_good_mac_and_a_wrong_signature() -> None:
    assert handshake("the shares") == ("STRONG", False, True)


def test_with_the_certificate_s_key_nothing_is_noticed() -> None:
    assert handshake("shares, D stolen") == ("STRONG", True, True)


@pytest.mark.parametrize(
    "messages", [("b", "a"), ("a",), ("a", "b", ""), ("ab",), ("a", "B")]
)
def test_a_transcript_depends_on_each_message_and_their_order(
    messages: tuple[str, ...],
) -> None:
    assert transcript(*messages) != transcript("a", "b")


def test_a_mac_depends_on_the_secret_and_on_the_messages() -> None:
    assert finished(1, 2) == finished(1, 2)
    assert len({finished(1, 2), finished(2, 2), finished(1, 3)}) == 3
