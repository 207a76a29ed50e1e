from ipaddress import IPv4Address
from random import Random

import pytest

from snippets.load_balancing.ip_hash import busiest, moved, server_of

HOMES = [IPv4Address(Random(2).getrandbits(32) ^ n * 7919) for n in range(5000)]


def test_an_address_keeps_its_server() -> None:
    address = IPv4Address("203.0.113.7")
    assert server_of(address, 10) == server_of(IPv4Address("203.0.113.7"), 10)


def test_three_octets_tie_a_network_together() -> None:
    network = [IPv4Address(f"203.0.113.{n}") for n in range(256)]
    assert len({server_of(one, 10, octets=3) for one in network}) == 1
    assert len({server_of(one, 10, octets=4) for one in network}) == 10


def test_many_users_behind_three_addresses_use_three_servers_at_most() -> None:
    gateway = [IPv4Address(f"198.51.100.{n % 3}") for n in range(300)]
    used, most = busiest(gateway).split(" servers used, busiest has ")
    assert int(used) <= 3
    assert int(most) >= 100


def test_nobody_moves_in_an_unchanged_pool() -> None:
    assert moved(HOMES, 10, 10) == 0


# An even hash keeps its residue for min(n, m) of lcm(n, m) values.
@pytest.mark.parametrize(
    ("before", "after", "share"),
    [(3, 4, 0.75), (10, 11, 10 / 11), (10, 9, 0.9), (5, 10, 0.5)],
)
def test_modulo_moves_almost_everybody(
    before: int, after: int, share: float
) -> None:
    assert moved(HOMES, before, after) == pytest.approx(share, abs=0.02)


def signed_hash(text: str) -> int:
    """`hash * 31 + character` in 32 bits with a sign, as in Java."""
    value = 0
    for character in text:
        value = (value * 31 + ord(character)) % 2**32
    return value - 2**32 if value >= 2**31 else value


def test_the_address_that_is_said_to_meet_b_of_three_meets_a() -> None:
    value = abs(signed_hash("192.168.1.100"))
    assert value == 2051273259
    assert "ABC"[value % 3] == "A"


def test_the_smallest_integer_has_no_positive_twin() -> None:
    smallest = signed_hash("polygenelubricants")
    assert smallest == -(2**31)
    assert -smallest > 2**31 - 1  # so `Math.abs` returns it as it is
