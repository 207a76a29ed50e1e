import re
from struct import pack

import pytest

from snippets.networking.dns_truncation import (
    EDNS,
    IPV4,
    IPV6,
    PLAIN,
    fits,
    round_trips,
    size,
)
from tests.paths import SNIPPETS

NAME = b"\x03www\x07example\x03com\x00"


def message(addresses: int, address: int, edns: bool) -> bytes:
    """The answer itself, as RFC 1035 and RFC 6891 lay it out."""
    kind = {IPV4: 1, IPV6: 28}[address]
    header = pack(">6H", 1, 0x8180, 1, addresses, 0, int(edns))
    record = pack(">HHHIH", 0xC00C, kind, 1, 60, address) + bytes(address)
    opt = pack(">BHHIH", 0, 41, 1_232, 0, 0) if edns else b""
    return header + NAME + pack(">HH", kind, 1) + record * addresses + opt


@pytest.mark.parametrize("address", [IPV4, IPV6])
@pytest.mark.parametrize("limit", [PLAIN, EDNS])
@pytest.mark.parametrize("addresses", [0, 1, 17, 29, 30, 42, 74, 75])
def test_the_size_is_that_of_the_message(
    addresses: int, address: int, limit: int
) -> None:
    built = message(addresses, address, edns=limit > PLAIN)
    assert size(addresses, address, limit) == len(built)


@pytest.mark.parametrize("address", [IPV4, IPV6])
@pytest.mark.parametrize("limit", [PLAIN, EDNS])
def test_one_more_than_fits_does_not(address: int, limit: int) -> None:
    most = fits(address, limit)
    assert size(most, address, limit) <= limit < size(most + 1, address, limit)


def test_29_addresses_fit_without_edns_and_74_with_it() -> None:
    assert (fits(IPV4, PLAIN), fits(IPV4, EDNS)) == (29, 74)
    assert (fits(IPV6, PLAIN), fits(IPV6, EDNS)) == (17, 42)


def test_dnsmasq_answers_with_as_many_bytes() -> None:
    said = (SNIPPETS / "networking" / "dns_over_udp.out").read_text()
    sizes = [int(found) for found in re.findall(r"rcvd: (\d+)", said)]
    assert sizes == [
        size(29, IPV4, PLAIN),
        size(29, IPV4, PLAIN),
        size(30, IPV4, PLAIN),
        size(30, IPV4, EDNS),
    ]


def test_what_is_cut_off_costs_two_round_trips_more() -> None:
    assert round_trips(512, 512) == 1
    assert round_trips(513, 512) == 3
