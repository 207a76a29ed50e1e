import pytest

from snippets.networking.zone_validator import (
    MENDED,
    USUAL,
    Record,
    faults,
)


def found(*more: Record) -> list[str]:
    """The faults of a sound zone with these records added."""
    return list(faults("example.com", [*MENDED, *more]))


def test_the_mended_zone_has_no_fault() -> None:
    assert found() == []


def test_the_usual_list_breaks_five_rules() -> None:
    assert len(list(faults("example.com", USUAL))) == 5


@pytest.mark.parametrize("kind", ["SOA", "NS"])
def test_the_apex_needs_a_start_and_two_name_servers(kind: str) -> None:
    zone = [record for record in MENDED if record[1] != kind]
    assert any(f"0 {kind}" in fault for fault in faults("example.com", zone))


def test_there_is_one_soa() -> None:
    assert found(("example.com", "SOA", "ns2 x 2 1 1 1 1")) == [
        "example.com has 2 SOA, needs 1"
    ]


def test_name_servers_of_another_zone_do_not_count() -> None:
    zone = [r for r in MENDED if r[1] != "NS"]
    below = [("sub.example.com", "NS", f"ns{n}.example.net") for n in (1, 2)]
    assert list(faults("example.com", zone + below)) == [
        "example.com has 0 NS, needs 2"
    ]


def test_an_alias_at_the_apex_stands_beside_soa_and_ns() -> None:
    [fault] = found(("example.com", "CNAME", "shop.example.net"))
    assert fault.startswith("example.com is an alias and has SOA, NS, NS")


def test_an_alias_has_nothing_beside_it_not_even_a_second_alias() -> None:
    assert found(("a.example.com", "CNAME", "www.example.com")) == []
    assert (
        len(
            found(
                ("a.example.com", "CNAME", "www.example.com"),
                ("a.example.com", "TXT", "x"),
            )
        )
        == 1
    )
    assert (
        len(
            found(
                ("a.example.com", "CNAME", "www.example.com"),
                ("a.example.com", "CNAME", "example.com"),
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("MX", "20 alias.example.com"),
        ("NS", "alias.example.com"),
        ("SRV", "10 5 443 alias.example.com"),
    ],
)
def test_no_target_is_an_alias(kind: str, data: str) -> None:
    alias = ("alias.example.com", "CNAME", "www.example.com")
    assert found(alias, ("example.com", kind, data)) == [
        f"example.com {kind} leads to the alias alias.example.com"
    ]


def test_an_alias_of_an_alias_is_no_fault() -> None:
    assert (
        found(
            ("a.example.com", "CNAME", "b.example.com"),
            ("b.example.com", "CNAME", "www.example.com"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "canonical"),
    [  # RFC 5952, section 4: zeros, case, and which run is shortened
        ("2001:0db8::1", "2001:db8::1"),
        ("2001:db8::0:1", "2001:db8::1"),
        ("2001:DB8::1", "2001:db8::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ],
)
def test_ipv6_has_one_canonical_text(text: str, canonical: str) -> None:
    assert found(("v6.example.com", "AAAA", text)) == [
        f"v6.example.com AAAA is written {canonical}"
    ]
    assert found(("v6.example.com", "AAAA", canonical)) == []
