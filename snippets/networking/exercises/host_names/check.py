"""What RFC 9525 asks when names are compared, one rule per test."""

import pytest
from solution import Names, names_host


def named(host: str, *dns: str) -> bool:
    """Whether a certificate with these DNS names is for the host."""
    return bool(names_host(Names(dns=dns), host))


def test_the_same_name_is_the_host_s() -> None:
    assert named("shop.example", "shop.example"), (
        "A name that is equal to the host names it."
    )


def test_case_does_not_count() -> None:
    assert named("SHOP.example", "shop.Example"), (
        "DNS names are compared without regard to case (6.3)."
    )
    assert named("EU.shop.example", "*.SHOP.example"), (
        "Case does not count beside a wildcard either."
    )


@pytest.mark.parametrize(
    "host",
    [
        "bank.example",
        "eu.shop.example",
        "evilshop.example",
        "shop.example.evil.example",
        "shopXexample",
        "example",
    ],
)
def test_another_name_is_another_host(host: str) -> None:
    assert not named(host, "shop.example"), (
        "Names are compared whole: no part, no end, no pattern of them."
    )


def test_any_of_several_names_is_enough() -> None:
    for host in ["shop.example", "pay.example", "bank.example"]:
        assert named(host, "shop.example", "pay.example", "bank.example"), (
            "A certificate may have many names: one that matches is enough."
        )
    assert not named("shop.example"), "Without names it is for nobody."


def test_a_wildcard_is_one_label() -> None:
    for label in ["eu", "eu-2", "2"]:
        assert named(f"{label}.shop.example", "*.shop.example"), (
            "`*.` stands for one label, whatever it is."
        )
    assert not named("a.eu.shop.example", "*.shop.example"), (
        "A wildcard stands for one label, not for several (6.3)."
    )
    assert not named("shop.example", "*.shop.example"), (
        "A wildcard stands for one label, not for none (6.3)."
    )
    assert not named(".shop.example", "*.shop.example"), (
        "An empty label is no label."
    )
    try:
        found = named("localhost", "*.shop.example")
    except (ValueError, IndexError) as error:
        pytest.fail(
            "A host of a single label has nothing behind a dot. It is none of "
            f"this wildcard's names, and no error either: {error!r}."
        )
    assert not found, (
        "A host of a single label is none of this wildcard's names."
    )


def test_a_wildcard_takes_nothing_from_the_others() -> None:
    for host in ["shop.example", "eu.shop.example"]:
        assert named(host, "*.shop.example", "shop.example"), (
            "A domain and its wildcard are two names, and both count."
        )


@pytest.mark.parametrize("host", ["eushop.example", "eu.myshop.example"])
def test_a_wildcard_ends_at_its_dot(host: str) -> None:
    assert not named(host, "*.shop.example"), (
        "What follows the wildcard is compared whole, its dot included."
    )


@pytest.mark.parametrize(
    "name",
    [
        "e*.shop.example",
        "*u.shop.example",
        "e*u.shop.example",
        "eu.*.example",
        "eu.shop.*",
        "*.*.example",
        "**.shop.example",
        "*",
    ],
)
def test_a_star_elsewhere_makes_a_name_void(name: str) -> None:
    for host in ["eu.shop.example", "shop.example", "localhost", name]:
        assert not named(host, name), (
            "A `*` is a wildcard as the whole leftmost label, and only once. "
            "Any other name with a `*` is ignored (6.3)."
        )


def test_a_void_name_takes_nothing_from_the_others() -> None:
    assert named("eu.shop.example", "e*.shop.example", "*.shop.example"), (
        "A void name is ignored; the others still count."
    )


def test_a_wildcard_is_only_in_the_certificate() -> None:
    assert not named("*.shop.example", "eu.shop.example"), (
        "The host is a name, not a pattern: only the certificate's name may "
        "have a wildcard."
    )


@pytest.mark.parametrize("dns", [(), ("bank.example",)])
def test_the_common_name_is_no_name(dns: tuple[str, ...]) -> None:
    names = Names(common_name="shop.example", dns=dns)
    assert not names_host(names, "shop.example"), (
        "The common name is for people. It names no host, even where there is "
        "no other name."
    )
    numbers = Names(common_name="192.0.2.17", dns=dns)
    assert not names_host(numbers, "192.0.2.17"), (
        "The common name is for people. It is no address either."
    )


def test_an_address_is_compared_as_bytes() -> None:
    four, six = (
        bytes([192, 0, 2, 17]),
        bytes.fromhex("20010db8" + "0" * 23 + "1"),
    )
    names = Names(addresses=(four, six))
    assert names_host(names, "192.0.2.17"), (
        "An IP address is looked for among the certificate's addresses (6.4)."
    )
    for written in ["2001:db8::1", "2001:DB8:0:0:0:0:0:1"]:
        assert names_host(names, written), (
            "Compare the bytes of an address: it can be written in many ways."
        )
    assert not names_host(names, "192.0.2.1"), (
        "An address that the certificate does not have is another host."
    )
    mapped = Names(addresses=(bytes(10) + b"\xff\xff" + four,))
    assert not names_host(mapped, "192.0.2.17"), (
        "Addresses are equal if all of their bytes are (6.4). Four bytes are "
        "not sixteen, even if they are the last ones."
    )


@pytest.mark.parametrize("name", ["192.0.2.17", "*.0.2.17"])
def test_a_dns_name_is_no_address(name: str) -> None:
    assert not named("192.0.2.17", name), (
        "A DNS name or wildcard that looks like an address is none (6.4)."
    )


def test_names_and_addresses_are_independent() -> None:
    both = Names(dns=("shop.example",), addresses=(bytes([192, 0, 2, 17]),))
    assert names_host(both, "shop.example"), (
        "A certificate with addresses still has its names."
    )
    assert names_host(both, "192.0.2.17"), (
        "A certificate with names still has its addresses."
    )
