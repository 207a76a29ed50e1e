from random import Random

import pytest

from snippets.networking import dns_resolution
from snippets.networking.dns_resolution import DAY, ZONES, Resolver


def asked(resolver: Resolver, name: str, now: float) -> list[str]:
    resolver.asked.clear()
    resolver.resolve(name, now)
    return list(resolver.asked)


def test_the_first_look_up_asks_root_com_and_the_zone() -> None:
    names = asked(Resolver(), "www.example.com", 0)
    assert names == ["root", "com", "example.com"]


def test_the_second_asks_nobody_and_a_sibling_asks_the_zone_alone() -> None:
    resolver = Resolver()
    resolver.resolve("www.example.com", 0)
    assert asked(resolver, "www.example.com", 1) == []
    assert asked(resolver, "api.example.com", 1) == ["example.com"]


def test_an_alias_into_another_zone_is_resolved_there() -> None:
    resolver = Resolver()
    assert resolver.resolve("shop.example.com", 0) == "203.0.113.9"
    assert resolver.asked[2:] == ["example.com", "root", "net", "example.net"]


def test_each_record_of_a_chain_has_a_ttl_of_its_own() -> None:
    resolver = Resolver()
    resolver.resolve("shop.example.com", 0)
    assert asked(resolver, "shop.example.com", 19) == []
    assert asked(resolver, "shop.example.com", 20) == ["example.net"]
    assert asked(resolver, "shop.example.com", 300) == [
        "example.com",
        "example.net",
    ]


def test_an_absent_name_is_remembered_for_its_own_time() -> None:
    resolver = Resolver()
    assert resolver.resolve("new.example.com", 0) == "no such name"
    assert asked(resolver, "new.example.com", 59) == []
    assert asked(resolver, "new.example.com", 60) == ["example.com"]


def test_a_delegation_outlives_the_answers_and_then_expires() -> None:
    resolver = Resolver()
    resolver.resolve("www.example.com", 0)
    assert asked(resolver, "www.example.com", 300) == ["example.com"]
    assert asked(resolver, "www.example.com", 2 * DAY) == [
        "root",
        "com",
        "example.com",
    ]


def test_a_name_below_an_address_does_not_exist() -> None:
    assert Resolver().resolve("a.www.example.com", 0) == "no such name"


def test_a_name_without_a_zone_ends_at_the_root() -> None:
    assert asked(Resolver(), "printer", 0) == ["root"]


def test_a_loop_of_aliases_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = {
        "a.example.com": ("CNAME", 300, "b.example.com"),
        "b.example.com": ("CNAME", 300, "a.example.com"),
    }
    monkeypatch.setitem(dns_resolution.ZONES, "example.com", loop)
    with pytest.raises(ValueError, match=r"'a\.example\.com'"):
        Resolver().resolve("a.example.com", 0)


def test_a_ttl_of_zero_answers_once(monkeypatch: pytest.MonkeyPatch) -> None:
    zone = {"www.example.com": ("A", 0, "192.0.2.9")}
    monkeypatch.setitem(dns_resolution.ZONES, "example.com", zone)
    resolver = Resolver()
    assert resolver.resolve("www.example.com", 5) == "192.0.2.9"
    assert asked(resolver, "www.example.com", 5) == ["example.com"]


def test_a_cached_answer_is_the_one_that_an_empty_cache_finds() -> None:
    rng, resolver = Random(4), Resolver()
    hosts = ["www", "api", "shop", "new", "old"]
    for now in range(0, 3 * DAY, 97):
        name = f"{rng.choice(hosts)}.example.com"
        assert resolver.resolve(name, now) == Resolver().resolve(name, now)
    assert set(resolver.asked) <= set(ZONES)
