from itertools import product

import pytest

from snippets.networking.host_name_matching import (
    by_pattern,
    is_address,
    matches,
)


@pytest.mark.parametrize(
    ("presented", "host", "good"),
    [
        ("shop.example", "shop.example", True),
        ("Shop.Example", "sHOP.eXAMPLE", True),
        ("shop.example", "eu.shop.example", False),
        ("eu.shop.example", "shop.example", False),
        ("shop.example", "shop.example.evil.example", False),
        ("*.shop.example", "eu.shop.example", True),
        ("*.Shop.example", "EU.shop.Example", True),
        ("*.shop.example", "shop.example", False),
        ("*.shop.example", "a.eu.shop.example", False),
        ("*.shop.example", ".shop.example", False),
        ("*.shop.example", "shopXexample", False),
        ("*.*.example", "eu.shop.example", False),
        ("eu.*.example", "eu.shop.example", False),
        ("e*.shop.example", "eu.shop.example", False),
        ("*u.shop.example", "eu.shop.example", False),
        ("**.shop.example", "eu.shop.example", False),
        ("e*.shop.example", "e*.shop.example", False),
        ("*.*.example", "*.*.example", False),
        ("*", "localhost", False),
        ("*.", "localhost", False),
        ("*.", "localhost.", False),
        ("*.0.2.17", "192.0.2.17", False),
        ("192.0.2.17", "192.0.2.17", False),
        ("2001:db8::1", "2001:db8::1", False),
        ("*.xn--bcher-kva.example", "www.xn--bcher-kva.example", True),
    ],
)
def test_a_wildcard_is_one_whole_label_and_the_leftmost(
    presented: str, host: str, good: bool
) -> None:
    assert matches(presented, host) is good


def model(presented: str, host: str) -> bool:
    """The rules label by label."""
    labels, wanted = presented.split("."), host.split(".")
    if "*" in presented and (presented.count("*") > 1 or labels[0] != "*"):
        return False
    return len(labels) == len(wanted) and all(
        label in ("*", other)
        for label, other in zip(labels, wanted, strict=True)
    )


def test_it_agrees_with_the_rules_applied_label_by_label() -> None:
    labels = ["a", "b", "*", "a*"]
    compared = 0
    for depth, more in product((2, 3), (2, 3)):
        for presented in product(labels, repeat=depth):
            for host in product("ab", repeat=more):
                names = ".".join(presented), ".".join(host)
                assert matches(*names) == model(*names), names
                compared += 1
    assert compared > 500


def test_an_address_is_told_from_a_name() -> None:
    assert is_address("192.0.2.17")
    assert is_address("2001:db8::1")
    assert not is_address("192.0.2.17.example")
    assert not is_address("shop.example")


@pytest.mark.parametrize(
    ("presented", "host"),
    [
        ("*.shop.example", "a.eu.shop.example"),
        ("s*.example", "shop.example"),
        ("*.*.example", "eu.shop.example"),
        ("*.0.2.17", "192.0.2.17"),
    ],
)
def test_a_pattern_of_files_still_accepts_too_much(
    presented: str, host: str
) -> None:
    assert by_pattern(presented, host)
    assert not matches(presented, host)
