from random import Random

import pytest

from snippets.networking.forward_secrecy import (
    D,
    E,
    G,
    N,
    P,
    can_read,
    key_agreement,
    key_transport,
    xor,
)

TEXT = b"GET /cart?user=7"
KEPT = 2**100 + 17


def test_the_toy_keys_undo_each_other() -> None:
    assert pow(pow(123_456_789, E, N), D, N) == 123_456_789


def test_both_ends_of_an_agreement_get_the_same_secret() -> None:
    a, b = 2**80 + 1, 2**81 + 3
    assert pow(pow(G, a, P), b, P) == pow(pow(G, b, P), a, P)


def test_the_stream_is_undone_by_applying_it_again() -> None:
    assert xor(17, xor(17, TEXT)) == TEXT
    assert xor(18, xor(17, TEXT)) != TEXT


@pytest.mark.parametrize("seed", range(20))
def test_the_certificate_key_opens_every_recorded_key_transport(
    seed: int,
) -> None:
    assert can_read(key_transport(TEXT, Random(seed)), D)


@pytest.mark.parametrize("seed", range(20))
def test_it_opens_no_recorded_key_agreement(seed: int) -> None:
    assert not can_read(key_agreement(TEXT, Random(seed)), D)


@pytest.mark.parametrize("seed", range(20))
def test_an_exponent_that_is_kept_opens_what_it_was_used_for(seed: int) -> None:
    recorded = key_agreement(TEXT, Random(seed), KEPT)
    assert not can_read(recorded, D)
    assert can_read(recorded, D, KEPT)


def test_an_exponent_of_its_own_opens_no_other_session() -> None:
    assert not can_read(key_agreement(TEXT, Random(1)), D, KEPT)


def test_without_a_key_nothing_is_read() -> None:
    assert not can_read(key_transport(TEXT, Random(1)))
    assert not can_read(key_transport(TEXT, Random(1)), D + 1)
