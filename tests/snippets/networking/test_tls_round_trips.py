import pytest

from snippets.networking.tls_round_trips import (
    HANDSHAKES,
    REQUEST,
    first_byte,
    round_trips,
)


@pytest.mark.parametrize(
    ("name", "trips"),
    [
        ("TCP, no TLS", 2),
        ("TCP, TLS 1.2", 4),
        ("TCP, TLS 1.2 resumed", 3),
        ("TCP, TLS 1.3", 3),
        ("TCP, TLS 1.3 with a retry", 4),
        ("TCP, TLS 1.3 with 0-RTT", 2),
        ("QUIC", 2),
        ("QUIC with 0-RTT", 1),
        ("connection that is open", 1),
    ],
)
def test_round_trips_to_the_first_byte(name: str, trips: int) -> None:
    assert round_trips(HANDSHAKES[name] + REQUEST) == trips
    assert first_byte(HANDSHAKES[name], 50) == trips * 50


def test_each_handshake_is_compared() -> None:
    assert len(HANDSHAKES) == 9


def test_a_lookup_is_added_once_whatever_follows() -> None:
    for flights in HANDSHAKES.values():
        assert first_byte(flights, 50, 20) == first_byte(flights, 50) + 20


def test_in_one_place_the_differences_vanish() -> None:
    assert {first_byte(flights, 0) for flights in HANDSHAKES.values()} == {0}


def test_nobody_speaks_twice_in_a_row() -> None:
    with pytest.raises(ValueError, match=">SYN: it is the turn of <"):
        round_trips([">SYN", ">SYN"])
